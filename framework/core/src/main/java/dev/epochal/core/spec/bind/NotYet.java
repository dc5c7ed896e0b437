package dev.epochal.core.spec.bind;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the design describes and this version cannot run, said in one sentence each. Work that makes
 * one of them run deletes its line here.
 */
public final class NotYet {
  private static final String YET = " not part of this version yet";

  /** Keys, by dotted path. */
  private static final Map<String, String> KEYS =
      Map.of(
          "sweep", "sweeps are",
          "variants", "variants are",
          "variant", "variants are",
          "training.earlyStopping", "early stopping is",
          "training.checkpoint", "checkpoints are",
          "evaluate.examples", "the figure of examples is",
          "evaluate.outcomes", "the figure of outcomes is",
          "evaluate.featureMaps", "the figure of feature maps is");

  private static final Set<String> DATASETS =
      Set.of("fashion-mnist", "kmnist", "emnist", "csv", "image-folder", "idx", "npy");

  private static final Set<String> LAYERS =
      Set.of("avgpool2d", "batchNormalization", "globalPooling", "activation", "zeroPadding2d");

  /** Overrides' values, by shape. */
  private static final Map<Pattern, String> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put(Pattern.compile("-?[0-9.]+\\.\\.-?[0-9.]+"), "sweeps (1..5) are");
    VALUES.put(Pattern.compile("range\\(.*\\)"), "sweeps (range) are");
    VALUES.put(Pattern.compile("log\\(.*\\)"), "sweeps (log) are");
  }

  private NotYet() {}

  /** The sentence for a key. */
  static Optional<String> key(String path) {
    return Optional.ofNullable(KEYS.get(path)).map(subject -> ": " + subject + YET);
  }

  /** The sentence for a word given to a key. */
  static Optional<String> value(String path, String word) {
    boolean dataset = path.equals("data.dataset") || path.equals("data.fallback");
    boolean layer = path.startsWith("network.layers") && path.endsWith(".type");
    return (dataset && DATASETS.contains(word)) || (layer && LAYERS.contains(word))
        ? Optional.of(word + " is" + YET)
        : Optional.empty();
  }

  /** The sentence for the text of an override's value. */
  public static Optional<String> override(String text) {
    if (hasOuterComma(text)) {
      return Optional.of("sweeps are" + YET);
    }
    return VALUES.entrySet().stream()
        .filter(shape -> shape.getKey().matcher(text.strip()).matches())
        .map(shape -> shape.getValue() + YET)
        .findFirst();
  }

  /** A comma inside brackets or quotes does not make a sweep. */
  private static boolean hasOuterComma(String text) {
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == ',' && depth == 0) {
        return true;
      } else {
        depth += "[{(".indexOf(c) >= 0 ? 1 : "]})".indexOf(c) >= 0 ? -1 : 0;
      }
    }
    return false;
  }
}
