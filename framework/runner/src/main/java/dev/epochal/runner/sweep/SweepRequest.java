package dev.epochal.runner.sweep;

import dev.epochal.core.planning.PlannedSweep;
import dev.epochal.runner.StopWish;
import dev.epochal.runner.Workplace;
import dev.epochal.runner.machine.Machine;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sweep that is asked for.
 *
 * @param name the user's name for it; empty for {@code <experiment>-sweep-<n>}
 * @param jobs trials at once; null for what fits
 * @param threads of each; null for a fair share
 * @param fresh whether trials are run again that an equal run was recorded of
 * @param testMayChoose whether the user allowed it
 * @param at where and with what
 */
public record SweepRequest(
    PlannedSweep planned,
    String name,
    @Nullable Integer jobs,
    @Nullable Integer threads,
    boolean fresh,
    boolean testMayChoose,
    Place at) {

  /**
   * Where a sweep works and with what.
   *
   * @param code the folder whose git state is recorded
   * @param host main class and words that make a process a {@link TrialHost}
   * @param stop whether the user wants no more
   */
  public record Place(
      Workplace workplace, Machine machine, Path code, List<String> host, StopWish stop) {}
}
