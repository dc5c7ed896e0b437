package dev.epochal.engine.train;

import dev.epochal.core.run.EpochResult;
import java.util.function.Supplier;

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

  /**
   * An epoch is over and training can go on from here: time to save it. Not called when the loss
   * was no finite number and that ends training.
   *
   * @param epoch that is over
   * @param best the best model so far
   * @param state copies everything when it is asked for
   */
  void resumable(int epoch, BestModel best, Supplier<TrainingState> state);

  /** Whether training should end; asked before each update and each evaluation. */
  boolean stopRequested();
}
