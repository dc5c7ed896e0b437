package dev.epochal.runner.sweep;

import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a trial stands. */
final class Trial {
  private final SweepEntry.Assigned assigned;
  private final List<Double> costs = new ArrayList<>();
  private @Nullable RunStatus status;
  private @Nullable String reason;
  private @Nullable Double value;
  private boolean stopped;

  Trial(SweepEntry.Assigned assigned) {
    this.assigned = assigned;
  }

  SweepEntry.Assigned assigned() {
    return assigned;
  }

  int number() {
    return assigned.number();
  }

  String run() {
    return assigned.run();
  }

  /** The costs of the epochs 1, 2, … as they ended. */
  List<Double> costs() {
    return costs;
  }

  /** Takes the cost of an epoch; a run that goes on makes some of them again. */
  void cost(int epoch, double cost) {
    while (costs.size() >= epoch) {
      costs.remove(costs.size() - 1);
    }
    while (costs.size() < epoch - 1) {
      costs.add(Double.NaN);
    }
    costs.add(cost);
  }

  /** Marks it as told to stop, since it fell behind. */
  void stop() {
    stopped = true;
  }

  boolean stopped() {
    return stopped;
  }

  /**
   * Says how it ended.
   *
   * @param metric its value of the sweep's metric; null when it has none
   */
  void over(RunStatus end, @Nullable String why, @Nullable Double metric) {
    status = end;
    reason = why;
    value = metric;
  }

  boolean isOver() {
    return status != null && status.isOver();
  }

  /** Null while nothing is known to have come of it. */
  @Nullable RunStatus status() {
    return status;
  }

  @Nullable String reason() {
    return reason;
  }

  /** Of the sweep's metric; null as long as, or if, it has none. */
  @Nullable Double value() {
    return value;
  }
}
