package dev.epochal.core.answer;

import org.jspecify.annotations.Nullable;

/**
 * A run, as far as a question goes.
 *
 * @param level of the factor
 * @param block what it has in common with runs of other levels, such as its seed; runs of one block
 *     are compared with each other
 * @param value the response; NaN of a run that lacks it, which counts as worse than every other
 * @param lack why the value is not a finite number; never {@link Lack#UNREAD}
 * @param group what of the block is not chance: all of it but the seeds
 * @param parameters SHA-256 of the final parameters; null when not known
 */
public record Measured(
    String level,
    String block,
    double value,
    Lack lack,
    String group,
    @Nullable String parameters) {
  public Measured {
    if (lack == Lack.UNREAD || (lack == Lack.NONE) != Double.isFinite(value)) {
      throw new IllegalArgumentException(lack + " does not go with " + value);
    }
  }

  /** A number; what is not finite is that of a run that diverged. */
  public Measured(String level, String block, double value) {
    this(level, block, value, Double.isFinite(value) ? Lack.NONE : Lack.DIVERGED);
  }

  /** A run of which no more than its number is known. */
  public Measured(String level, String block, double value, Lack lack) {
    this(level, block, value, lack, "", null);
  }
}
