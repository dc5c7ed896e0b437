package dev.epochal.runner.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Sample;
import dev.epochal.registry.RunQuery;
import dev.epochal.registry.filter.FilterParser;
import dev.epochal.registry.filter.Operand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that have some values in common. */
class RunGroupsTest {
  private static final Operand BATCH_SIZE = operand("params.training.batchSize");
  private static final List<Operand> NUMBERS =
      List.of(operand("metrics.test.accuracy"), operand("epochsTo(validation.loss, 0.5)"));

  private RecordedRuns runs;

  @BeforeEach
  void someRuns(@TempDir Path home) throws Exception {
    runs = new RecordedRuns(home);
    runs.run("a", "training.batchSize=10", "seed=1").metric("test.accuracy", 0.84).record();
    runs.run("b", "training.batchSize=10", "seed=2").metric("test.accuracy", 0.86).record();
    runs.run("c", "training.batchSize=10", "seed=2").metric("test.accuracy", 0.85).record();
    runs.run("d", "training.batchSize=5").metric("test.accuracy", Double.NaN).record();
    runs.run("e", "training.batchSize=5").ended(RunStatus.FAILED).record();
  }

  private static Operand operand(String text) {
    return FilterParser.operands("--columns", List.of(text)).get(0);
  }

  private List<RunGroup> groups(String filter, String... order) {
    return new RunGroups(List.of(BATCH_SIZE), NUMBERS)
        .of(runs.registry(), RunQuery.parse(filter, List.of(order), 10), List.of());
  }

  @Test
  void meansAreOfTheFinishedRunsAndTheOthersAreCounted() {
    List<RunGroup> groups = groups("");

    assertThat(groups).extracting(RunGroup::key).containsExactly(List.of("5"), List.of("10"));
    RunGroup five = groups.get(0);
    assertThat(five.finished()).isEqualTo(1);
    assertThat(five.others()).isEqualTo(Map.of(RunStatus.FAILED, 1));
    assertThat(five.samples().get(0).n()).isZero();
    assertThat(five.samples().get(0).notFinite()).isEqualTo(1);
    RunGroup ten = groups.get(1);
    assertThat(ten.finished()).isEqualTo(3);
    assertThat(ten.seeds()).isEqualTo(2);
    Sample accuracy = ten.samples().get(0);
    assertThat(accuracy.mean()).isCloseTo(0.85, within(1e-12));
    assertThat(accuracy.halfWidth()).isCloseTo(0.02484137711750332, within(1e-9));
    assertThat(ten.samples().get(1).mean()).isEqualTo(1);
  }

  @Test
  void groupsAreSortedAndFiltered() {
    assertThat(groups("", "-params.training.batchSize"))
        .extracting(RunGroup::key)
        .containsExactly(List.of("10"), List.of("5"));
    assertThat(groups("", "metrics.test.accuracy"))
        .as("without a mean comes last")
        .extracting(RunGroup::key)
        .containsExactly(List.of("10"), List.of("5"));
    assertThat(groups("seed = 2")).hasSize(1).first().extracting(RunGroup::finished).isEqualTo(2);
  }
}
