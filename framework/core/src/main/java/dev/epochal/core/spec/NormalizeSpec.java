package dev.epochal.core.spec;

import dev.epochal.core.spec.bind.Doc;
import jakarta.validation.constraints.NotNull;

/** The key {@code data.normalize}: a word, or the range that becomes [0, 1]. */
public sealed interface NormalizeSpec {
  /** What needs no numbers. */
  enum Way implements NormalizeSpec {
    UNIT,
    STANDARDIZE,
    NONE
  }

  /** Min to 0, max to 1. */
  record Range(
      @Doc("The pixel that becomes 0.") @NotNull Double min,
      @Doc("The pixel that becomes 1.") @NotNull Double max)
      implements NormalizeSpec {}
}
