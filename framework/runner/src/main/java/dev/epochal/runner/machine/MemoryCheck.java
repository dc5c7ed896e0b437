package dev.epochal.runner.machine;

import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.MemoryEstimate;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Refuses what cannot fit into a machine's memory before it is tried. */
public final class MemoryCheck {
  private static final String BATCH_SIZE = "training.batchSize";

  private MemoryCheck() {}

  /**
   * Lets a run pass that fits.
   *
   * @throws InvalidInputException if it does not: how much it needs, how much there is, what would
   *     fit
   */
  public static void check(PlannedRun planned, Machine machine) {
    RunPlan plan = planned.plan();
    long needed = MemoryEstimate.of(plan).total();
    long there = TrainingJvm.processMemory(machine.memory());
    if (needed <= there) {
      checkHeap(planned, TrainingJvm.heap(machine.memory()));
      return;
    }
    int fits = MemoryEstimate.largestBatch(plan, there);
    String rule =
        "of "
            + plan.training().batchSize()
            + " needs about "
            + MemoryEstimate.text(needed)
            + " of memory with this network, but a process can have "
            + MemoryEstimate.text(there)
            + " here";
    String remedy =
        fits > 0
            ? "a batch of " + fits + " would fit"
            : "no batch fits: make the network's layers smaller";
    throw new InvalidInputException(List.of(new Problem(place(planned), BATCH_SIZE, rule, remedy)));
  }

  private static void checkHeap(PlannedRun planned, long there) {
    RunPlan plan = planned.plan();
    long needed = MemoryEstimate.heap(plan);
    if (needed <= there) {
      return;
    }
    LayerPlan largest =
        Collections.max(plan.network().layers(), Comparator.comparingLong(LayerPlan::parameters));
    PlannedRun.Setting type = planned.settings().get("network.layers." + largest.name() + ".type");
    String rule =
        "has %,d parameters, with whose copies and the images a run needs about %s of Java heap, but"
            + " a process has %s here";
    throw new InvalidInputException(
        List.of(
            new Problem(
                type == null ? "" : type.origin(),
                "network",
                rule.formatted(
                    plan.network().parameters(),
                    MemoryEstimate.text(needed),
                    MemoryEstimate.text(there)),
                "make "
                    + largest.name()
                    + ", its largest layer, smaller, or take fewer images or a machine with more"
                    + " memory")));
  }

  /** Where the batch size was written; nowhere when it is the default. */
  private static String place(PlannedRun planned) {
    PlannedRun.Setting setting = planned.settings().get(BATCH_SIZE);
    return setting == null || setting.origin().equals("default") ? "" : setting.origin();
  }
}
