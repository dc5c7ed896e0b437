package dev.epochal.engine.train;

import dev.epochal.core.run.UiFrame;
import java.util.SortedMap;

/**
 * Takes what is recorded for DL4J's training UI, on the training thread: to be quick is its duty.
 */
public interface UiReports {
  /** A piece of the session. */
  void record(UiFrame frame);

  /**
   * How large an update was beside what it changed: mean magnitude of the update by that of the
   * weights, as they are after it.
   *
   * @param ratios by the layer's position from 0; NaN where either is no number
   */
  void ratios(long update, SortedMap<Integer, Double> ratios);

  /** Something to be said once in the run's log. */
  void said(String sentence);

  /** There will be no more of it; training goes on. */
  void failed(Throwable why);
}
