package dev.epochal.engine.train;

import dev.epochal.engine.network.ParameterSnapshot;

/**
 * How training ended.
 *
 * @param epochs that were completed
 * @param end why it ended
 * @param bestEpoch the epoch with the lowest validation loss; 0 when none was finite
 * @param bestParameters the parameters after it (the initial ones when {@code bestEpoch} is 0)
 */
public record TrainingOutcome(
    int epochs, End end, int bestEpoch, ParameterSnapshot bestParameters) {

  /** Why training ended. */
  public enum End {
    /** Every epoch was done. */
    COMPLETED,
    /** It was asked to stop. */
    STOPPED,
    /** The loss was no longer a finite number, and the plan says stop. */
    NON_FINITE
  }
}
