package dev.epochal.runner.sweep;

import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Hears what a sweep does, to show it; called on the sweep's thread. */
public interface SweepListener {
  /** The sweep is about to get its record: from here on it comes to an end that it says itself. */
  void recording();

  /** Something that a person should know. */
  void message(String sentence);

  /** Something that nobody must overlook, such as a dataset taken for another one. */
  void shout(String sentence);

  /**
   * The sweep begins, or goes on.
   *
   * @param trials how many it will have
   */
  void begun(SweepRecord sweep, SweepFolder folder, int trials);

  /**
   * A trial begins, or goes on.
   *
   * @param name of its run
   */
  void trialBegun(int number, SortedMap<String, String> values, String run, String name);

  /** So much of a trial is done, in [0, 1]. */
  void trialGetsOn(int number, double part);

  /** An epoch of a trial ended. */
  void epochEnded(int number, int epoch, SortedMap<String, Double> metrics);

  /** A trial came to its end, or was there before. */
  void trialOver(TrialEnd end);

  /** The test split of the chosen trial is about to be read. */
  void selected(int number, String run, double value);

  /** All is recorded. */
  void over(SweepRecord sweep, SweepFolder folder);

  /**
   * How a trial ended.
   *
   * @param reason null when it finished as planned
   * @param metric the sweep's
   * @param value of the metric; null when it has none
   * @param reused whether an equal run was there before
   * @param stopped whether it was told to stop because it fell behind
   */
  record TrialEnd(
      int number,
      SortedMap<String, String> values,
      String run,
      RunStatus status,
      @Nullable String reason,
      String metric,
      @Nullable Double value,
      boolean reused,
      boolean stopped) {}
}
