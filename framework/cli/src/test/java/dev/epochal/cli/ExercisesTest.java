package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.sweep.Question;
import dev.epochal.core.sweep.Search;
import dev.epochal.core.sweep.SweepMethod;
import dev.epochal.core.sweep.SweepPlan;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.SweepRecorder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped exercises, listed and shown. */
final class ExercisesTest {
  private static final String HOME = "epochal.home";

  @TempDir private Path folder;
  private RecordedRuns runs;

  @BeforeEach
  void atHome() {
    System.setProperty(HOME, "../..");
    runs = new RecordedRuns(folder.resolve("runs"));
  }

  @AfterEach
  void goneAgain() {
    System.clearProperty(HOME);
  }

  @Test
  void areListedWithWhatToType() {
    RecordedRuns.Said said = runs.say("exercises");

    assertThat(said.exit()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("1  batch size: From batches of 4")
        .contains("   not run yet: ./run experiments/exercises/8-seeds.yaml\n");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void oneIsShownByNumberOrName() {
    String shown = runs.say("exercises", "3").out();

    assertThat(shown)
        .contains("How does the size of the training set affect")
        .contains("What to expect, and why. More images")
        .contains("20 trials: ./run experiments/exercises/3-training-size.yaml");
    assertThat(runs.say("exercises", "training-size").out()).isEqualTo(shown);
    assertThat(runs.say("exercises", "3-training-size").out()).isEqualTo(shown);
  }

  @Test
  void areThereForProgramsToo() throws Exception {
    JsonNode all = Json.mapper().readTree(runs.say("exercises", "--json").out());
    JsonNode one = Json.mapper().readTree(runs.say("exercises", "7", "--json").out());

    assertThat(all).hasSize(8);
    assertThat(one).isEqualTo(all.get(6));
    assertThat(one.get("state").asText()).isEqualTo("not run");
    assertThat(one.get("factor").asText()).isEqualTo("split");
    assertThat(one.get("trials").asInt()).isEqualTo(8);
    assertThat(one.get("spec").asText()).isEqualTo("experiments/exercises/7-roc.yaml");
  }

  @Test
  void theStateIsThatOfTheNewestSweep() {
    sweep("aaaaaaaaaaa1", "3-training-size", RunStatus.FINISHED, 1);
    sweep("aaaaaaaaaaa2", "3-training-size", RunStatus.KILLED, 2);
    sweep("aaaaaaaaaaa3", "5-weights", RunStatus.FINISHED, 3);

    String listed = runs.say("exercises").out();

    assertThat(listed)
        .contains("KILLED: 0 of 1 trials are over; ./run resume aaaaaaaaaaa2 goes on")
        .contains("finished, but not answered: ");
  }

  @Test
  void thatAreNoneAreRefused() {
    assertThat(runs.say("exercises", "9").exit()).isEqualTo(2);
    assertThat(runs.say("exercises", "9").err())
        .contains("must be a number or a name of one but was 9")
        .contains("1-batch-size");
    assertThat(runs.say("exercises", "1", "2").err()).contains("must be one, to show it");
  }

  @Test
  void withoutTheirFolderItIsSaidWhereTheyShouldBe() {
    System.setProperty(HOME, folder.toString());

    RecordedRuns.Said said = runs.say("exercises");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("there are no exercises in " + folder);
  }

  @Test
  void whatWasNotRunCannotBeSaved() {
    RecordedRuns.Said said = runs.say("exercises", "4", "--save");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err())
        .contains("4-init-seed has no finished sweep here")
        .contains("./run experiments/exercises/4-init-seed.yaml");
  }

  /** A sweep of one trial of which no run is there. */
  private void sweep(String id, String experiment, RunStatus status, int minute) {
    SweepPlan plan =
        new SweepPlan(
            experiment,
            SweepMethod.GRID,
            new Search.Listed(List.of(Map.of("seed", "1"))),
            "validation.loss",
            Goal.MIN,
            null,
            new Question(null, "seed", "validation.accuracy", null, Double.NaN));
    Instant started = Instant.parse("2026-11-01T10:00:00Z").plusSeconds(60L * minute);
    SweepRecord record =
        new SweepRecord(
            id,
            experiment + "-sweep-" + minute,
            experiment,
            RunStatus.RUNNING,
            started,
            null,
            null,
            new ProcessRecord("elsewhere", 1, started),
            plan,
            List.of(),
            1,
            1,
            false);
    SweepRecorder.start(folder.resolve("runs"), record, "name: x\n").finish(status, null);
  }
}
