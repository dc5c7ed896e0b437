package dev.epochal.runner.sweep;

import dev.epochal.core.plan.MemoryEstimate;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.runner.machine.Machine;
import dev.epochal.runner.machine.TrainingJvm;
import org.jspecify.annotations.Nullable;

/**
 * How a machine is shared among the trials of a sweep.
 *
 * @param jobs trials that train at once
 * @param threads of each: they change its bits
 */
public record ThreadPlan(int jobs, int threads) {

  /**
   * The plan for a machine: as many trials at once as it has cores and memory for, which share its
   * cores. On small networks that is faster than one after the other with all cores: an update's
   * parts that cannot be split leave the other cores idle.
   *
   * @param asked of the user; null for what fits
   * @param threads of each trial that the user wants; null for a fair share
   * @param trials how many there are
   * @param memory bytes that the largest of them needs
   * @throws InvalidInputException when not so many trials fit into the machine's memory
   */
  public static ThreadPlan of(
      Machine machine,
      @Nullable Integer asked,
      @Nullable Integer threads,
      int trials,
      long memory) {
    int fit = fit(machine, memory);
    if (asked != null && asked > fit) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--jobs",
              "must be at most "
                  + fit
                  + ", since the largest trial needs about "
                  + MemoryEstimate.text(memory)
                  + " of "
                  + MemoryEstimate.text(TrainingJvm.processMemory(machine.memory()))
                  + ", but was "
                  + asked,
              null));
    }
    int jobs =
        asked != null
            ? asked
            : Math.max(
                1,
                Math.min(Math.min(fit, trials), machine.cores() / (threads == null ? 1 : threads)));
    return new ThreadPlan(jobs, threads != null ? threads : Math.max(1, machine.cores() / jobs));
  }

  /**
   * This plan for a machine that may have less memory: with as many threads for each trial, which
   * its bits hang on, and fewer trials at once where they do not fit.
   *
   * @param memory bytes that the largest trial needs
   */
  ThreadPlan fitting(Machine machine, long memory) {
    return new ThreadPlan(Math.min(jobs, fit(machine, memory)), threads);
  }

  private static int fit(Machine machine, long memory) {
    return (int) Math.max(1, TrainingJvm.processMemory(machine.memory()) / Math.max(1, memory));
  }
}
