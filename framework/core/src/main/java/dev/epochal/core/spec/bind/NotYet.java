package dev.epochal.core.spec.bind;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the design describes and this version cannot run, said in one sentence each. Work that makes
 * one of them run deletes its line here.
 */
public final class NotYet {
  private static final String YET = "is not part of this version yet";

  /** Keys, by dotted path. */
  private static final Set<String> KEYS = Set.of("sweep");

  private static final Set<String> DATASETS =
      Set.of("fashion-mnist", "kmnist", "emnist", "csv", "image-folder");

  private static final Set<String> LAYERS = Set.of("zeroPadding2d");

  /** Values of overrides that ask for several, besides those with a comma. */
  private static final Pattern SEVERAL =
      Pattern.compile("-?[0-9.]+\\.\\.-?[0-9.]+|(range|log)\\(.*\\)");

  private NotYet() {}

  /** The rule that a key breaks. */
  static Optional<String> key(String path) {
    return KEYS.contains(path) ? Optional.of(YET) : Optional.empty();
  }

  /** The rule that a word given to a key breaks. */
  static Optional<String> value(String path, String word) {
    boolean dataset = path.equals("data.dataset") || path.equals("data.fallback");
    boolean layer = path.startsWith("network.layers") && path.endsWith(".type");
    return (dataset && DATASETS.contains(word)) || (layer && LAYERS.contains(word))
        ? Optional.of("cannot be " + word + ", which " + YET)
        : Optional.empty();
  }

  /** The rule that the text of an override's value breaks. */
  public static Optional<String> override(String text) {
    return SEVERAL.matcher(text.strip()).matches() || hasOuterComma(text)
        ? Optional.of("asks for a sweep, which " + YET)
        : Optional.empty();
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
