package dev.epochal.engine.train;

import java.util.function.Supplier;

/**
 * How training ended.
 *
 * @param end why it ended
 * @param progress how far it had come
 * @param spent on all of it
 * @param copy copies where it was left, as long as nobody changes the network
 */
public record TrainingOutcome(
    End end, Progress progress, Spent spent, BestModel best, Supplier<TrainingState> copy) {

  /**
   * A copy of everything, made now: not before it is asked for, since memory may not suffice for it
   * and the trained network must not be lost for that.
   */
  public TrainingState state() {
    return copy.get();
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
