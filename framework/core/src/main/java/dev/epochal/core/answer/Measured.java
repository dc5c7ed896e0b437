package dev.epochal.core.answer;

/**
 * A run, as far as a question goes.
 *
 * @param level of the factor
 * @param block what it has in common with runs of other levels, such as its seed; runs of one block
 *     are compared with each other
 * @param value the response; NaN of a run that lacks it, which counts as worse than every other
 * @param lack why the value is not a finite number; never {@link Lack#UNREAD}
 */
public record Measured(String level, String block, double value, Lack lack) {
  public Measured {
    if (lack == Lack.UNREAD || (lack == Lack.NONE) != Double.isFinite(value)) {
      throw new IllegalArgumentException(lack + " does not go with " + value);
    }
  }

  /** A number; what is not finite is that of a run that diverged. */
  public Measured(String level, String block, double value) {
    this(level, block, value, Double.isFinite(value) ? Lack.NONE : Lack.DIVERGED);
  }
}
