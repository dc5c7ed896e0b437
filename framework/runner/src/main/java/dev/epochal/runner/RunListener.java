package dev.epochal.runner;

import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.EpochResult;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import java.util.SortedMap;

/** Hears what a run does, to show it; called on the training thread, messages on any. */
public interface RunListener extends DataMessages {
  /**
   * The run is about to get its record: from here on it is not broken off, but comes to an end that
   * it says of itself.
   */
  void recording();

  /** The run is one that goes on. */
  default void resumed(Resumption how) {}

  /** Training is about to start. */
  void ready(
      RunPlan plan, RunRecord run, DatasetRecord dataset, SortedMap<String, String> environment);

  /** One update was made of {@code images} images. */
  void updated(int images, double loss);

  void epochEnded(EpochResult epoch);

  /** Training is over; what follows (evaluating, drawing) has a name. */
  void stage(String name);

  /** All is recorded. */
  void finished(RunRecord run, RunFolder folder);
}
