package dev.epochal.engine.train;

import dev.epochal.core.run.EpochResult;

/** Hears of training while it goes on, on the training thread: to be quick is its duty. */
public interface TrainingObserver {
  /**
   * One update was made.
   *
   * @param update counted from 1 over the whole run
   * @param images in the batch
   * @param loss of the batch before the update, dropout on
   */
  void updated(long update, int images, double loss);

  /** The parameters before the first epoch. */
  void started(String parametersSha256);

  void epochEnded(EpochResult epoch);

  /** Whether training should end after the current update. */
  boolean stopRequested();
}
