package dev.epochal.engine.train;

/**
 * How training ended.
 *
 * @param end why it ended
 * @param state as it was left
 */
public record TrainingOutcome(End end, TrainingState state) {

  public Progress progress() {
    return state.progress();
  }

  /** Why training ended. */
  public enum End {
    /** Every epoch was done. */
    COMPLETED,
    /** It no longer got better, as early stopping means it. */
    NO_BETTER,
    /** It was asked to stop. */
    STOPPED,
    /** The loss was no longer a finite number, and the plan says stop. */
    NON_FINITE;

    /** Whether training came to its end as planned. */
    public boolean isPlanned() {
      return this == COMPLETED || this == NO_BETTER;
    }
  }
}
