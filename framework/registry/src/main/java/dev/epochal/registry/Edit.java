package dev.epochal.registry;

import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.RunRecord;

/** What is to become of a run's annotations. */
@FunctionalInterface
public interface Edit {
  /**
   * The new ones; the old ones where nothing changes.
   *
   * @param run as it is now, with its annotations on it
   * @throws dev.epochal.core.problem.InvalidInputException when the run does not allow it; then no
   *     run of the same call is changed
   */
  Annotations of(RunRecord run, Annotations before);
}
