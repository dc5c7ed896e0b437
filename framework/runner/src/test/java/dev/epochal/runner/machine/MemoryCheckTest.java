package dev.epochal.runner.machine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.Planner;
import dev.epochal.core.problem.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The baseline on machines that are too small for it. */
final class MemoryCheckTest {
  @Test
  void whatFitsPasses() {
    assertThatCode(() -> MemoryCheck.check(baseline(), Machines.debian(16)))
        .doesNotThrowAnyException();
    assertThatCode(() -> MemoryCheck.check(baseline("training.batchSize=64"), Machines.debian(2)))
        .doesNotThrowAnyException();
  }

  @Test
  void aBatchThatCannotFitIsRefusedWithTheLargestThatDoes() {
    assertThatThrownBy(() -> MemoryCheck.check(baseline(), Machines.debian(4)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageMatching(
            "\\S*baseline.yaml:\\d+:\\d+: training.batchSize of 5000 needs about \\d\\.\\d GiB of memory"
                + " with this network, but a process can have 3.8 GiB here;"
                + " a batch of \\d{4} would fit");
  }

  @Test
  void aNetworkThatFitsInNoBatchIsRefused() {
    PlannedRun huge = baseline("network.layers.fc1.nOut=65536");

    assertThatThrownBy(() -> MemoryCheck.check(huge, Machines.debian(8)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no batch fits: make the network's layers smaller");
  }

  /** Its arrays fit into 15 GiB, but not the copies of 180 million parameters into 2 GiB. */
  @Test
  void aNetworkWhoseCopiesDoNotFitOnTheHeapIsRefused() {
    PlannedRun wide = baseline("training.batchSize=10", "network.layers.fc1.nOut=" + 20_000);

    assertThatThrownBy(() -> MemoryCheck.check(wide, Machines.debian(16)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageMatching(
            "\\S*baseline.yaml:\\d+:\\d+: network has [0-9,]+ parameters, .* of Java heap, but a"
                + " process has 2.0 GiB here; make fc1, its largest layer, smaller, .*");
    assertThatCode(() -> MemoryCheck.check(wide, Machines.debian(64))).doesNotThrowAnyException();
  }

  private static PlannedRun baseline(String... overrides) {
    return Planner.plan(Path.of("../../experiments/baseline.yaml"), List.of(overrides));
  }
}
