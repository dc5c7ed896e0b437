package dev.epochal.core.spec.bind;

import java.util.Optional;
import java.util.Set;

/**
 * What the design describes and this version cannot run, said in one sentence each. Work that makes
 * one of them run deletes its line here.
 */
public final class NotYet {
  private static final String YET = "is not part of this version yet";

  private static final Set<String> DATASETS =
      Set.of("fashion-mnist", "kmnist", "emnist", "csv", "image-folder");

  private static final Set<String> LAYERS = Set.of("zeroPadding2d");

  private NotYet() {}

  /** The rule that a word given to a key breaks. */
  static Optional<String> value(String path, String word) {
    boolean dataset = path.equals("data.dataset") || path.equals("data.fallback");
    boolean layer = path.startsWith("network.layers") && path.endsWith(".type");
    return (dataset && DATASETS.contains(word)) || (layer && LAYERS.contains(word))
        ? Optional.of("cannot be " + word + ", which " + YET)
        : Optional.empty();
  }
}
