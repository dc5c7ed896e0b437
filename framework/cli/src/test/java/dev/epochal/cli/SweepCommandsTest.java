package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.TrialRecord;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.sweep.Question;
import dev.epochal.core.sweep.Search;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepMethod;
import dev.epochal.core.sweep.SweepPlan;
import dev.epochal.core.sweep.SweepRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps as a person lists, looks at, renames, deletes and restores them. */
final class SweepCommandsTest {
  private static final Instant AT = Instant.parse("2026-11-01T12:00:00Z");
  private static final String SWEEP = "ddd444444444";

  @TempDir Path folder;

  private RecordedRuns runs;

  /** Two trials of its own, of which one is stopped, and one that was there before. */
  @BeforeEach
  void aSweep() throws Exception {
    runs = new RecordedRuns(folder);
    runs.add("aaa111111111", "alone", 0.9);
    trial(runs.add("bbb222222222", "sizes-1", 0.8), 1);
    trial(runs.add("ccc333333333", "sizes-2", 0.5), 2);
    SweepFolder sweep = SweepFolder.of(folder, SWEEP);
    Files.createDirectories(sweep.path());
    Files.writeString(
        sweep.record(),
        Json.pretty(
            new SweepRecord(
                SWEEP,
                "sizes",
                "baseline",
                RunStatus.FINISHED,
                AT,
                AT.plusSeconds(90),
                null,
                new ProcessRecord("elsewhere", 1, AT),
                new SweepPlan(
                    "baseline",
                    SweepMethod.GRID,
                    new Search.Listed(List.of(values(1), values(2), values(3))),
                    "test.accuracy",
                    Goal.MAX,
                    null,
                    new Question(
                        "Does size matter?",
                        "training.batchSize",
                        "validation.accuracy",
                        "1",
                        Double.NaN)),
                List.of(),
                2,
                1,
                true)));
    StringBuilder lines = new StringBuilder();
    for (SweepEntry entry :
        List.of(
            assigned(1, "bbb222222222", false),
            assigned(2, "ccc333333333", false),
            assigned(3, "aaa111111111", true),
            new SweepEntry.Stopped(2, "ccc333333333", 3, "it fell behind", AT),
            new SweepEntry.Selected(3, "aaa111111111", 0.9, AT))) {
      lines.append(Json.line(entry)).append('\n');
    }
    Files.writeString(sweep.trials(), lines);
  }

  private static Map<String, String> values(int number) {
    return Map.of("training.batchSize", Integer.toString(number));
  }

  private static SweepEntry assigned(int number, String run, boolean reused) {
    return new SweepEntry.Assigned(number, new TreeMap<>(values(number)), "hash", run, reused, AT);
  }

  private static void trial(RunFolder run, int number) throws Exception {
    RunRecord alone = Json.read(run.record(), RunRecord.class);
    RunRecord trial =
        new RunRecord(
            alone.id(),
            alone.name(),
            alone.experiment(),
            alone.status(),
            alone.seed(),
            alone.planSha256(),
            alone.started(),
            alone.ended(),
            alone.reason(),
            alone.process(),
            alone.dataset(),
            alone.params(),
            alone.metrics(),
            alone.tags(),
            alone.artifacts(),
            alone.recordingErrors(),
            null,
            new TrialRecord(SWEEP, number, new TreeMap<>(values(number)), true));
    Files.writeString(run.record(), Json.pretty(trial));
  }

  private String done(String... arguments) {
    RecordedRuns.Said said = runs.say(arguments);
    assertThat(said.exit()).as(said.err()).isZero();
    return said.out().isEmpty() ? said.err() : said.out();
  }

  private void refused(String words, String... arguments) {
    RecordedRuns.Said said = runs.say(arguments);
    assertThat(said.err()).contains(words).doesNotContain("Exception");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
  }

  private JsonNode json(String... arguments) throws Exception {
    return Json.parse(done(arguments), JsonNode.class);
  }

  @Test
  void sweepsAreListed() throws Exception {
    assertThat(done("list", "--sweeps").lines().toList())
        .hasSize(3)
        .last()
        .asString()
        .containsPattern(
            "ddd444444444 +sizes +FINISHED +grid +3 +3/0/1 +test.accuracy 90.00 % \\(aaa111111111\\)");
    assertThat(done("list", "--sweeps", "--csv").lines().toList())
        .containsExactly(
            "id,name,experiment,status,method,trials,finished,failed,stopped,reused,metric,best,"
                + "bestValue,started,ended",
            "ddd444444444,sizes,baseline,FINISHED,grid,3,3,0,1,1,test.accuracy,aaa111111111,0.9,"
                + "2026-11-01T12:00:00Z,2026-11-01T12:01:30Z");
    JsonNode sweep = json("list", "--sweeps", "--json").get(0);
    assertThat(sweep.path("id").asText()).isEqualTo(SWEEP);
    assertThat(sweep.at("/trials/FINISHED").asInt()).isEqualTo(3);
    assertThat(sweep.path("bestValue").asDouble()).isEqualTo(0.9);
    refused("--sweeps goes with --limit", "list", "--sweeps", "--filter=seed = 1");
    assertThat(done("list", "--sweeps", "--deleted")).isEqualTo("No sweep is deleted.\n");
  }

  @Test
  void aSweepIsShownWithItsTrials() throws Exception {
    assertThat(done("show", "ddd"))
        .contains(
            "sizes (ddd444444444) FINISHED\n",
            "sweep of   baseline, grid, started 2026-11-01T12:00:00Z, took 1 min 30 s\n",
            "question   Does size matter?\n",
            "factor     training.batchSize, asked on validation.accuracy, compared with 1\n",
            "varies     training.batchSize=1,2,3\n",
            "metric     test.accuracy, the highest is best\n",
            "threads    2 trials at once, 1 thread each\n",
            "test       read by 3 of 3 trials",
            "; a metric of it may choose\n",
            "trials     3 planned: 3 finished, 1 of them stopped by the sweep, 1 reused\n")
        .containsPattern("\n1 +bbb222222222 +FINISHED +1 +80.00 %")
        .containsPattern("\n2 +ccc333333333 +FINISHED +2 +50.00 % +it fell behind\n")
        .containsPattern("\n3 +aaa111111111 +FINISHED +3 +90.00 % +selected, best, reused\n");
    JsonNode sweep = json("show", "sizes", "--json");
    assertThat(sweep.path("id").asText()).isEqualTo(SWEEP);
    assertThat(sweep.at("/plan/question/text").asText()).isEqualTo("Does size matter?");
    assertThat(sweep.at("/trials/1/stopped").asText()).isEqualTo("it fell behind");
    assertThat(sweep.at("/trials/2/reused").asBoolean()).isTrue();
    assertThat(sweep.at("/counts/FINISHED").asInt()).isEqualTo(3);
    assertThat(sweep.path("trialsThatReadTest").asInt()).isEqualTo(3);
    refused("sizes is a sweep", "show", "sizes", "--metric", "test.accuracy");
    refused("is a sweep, and a run is needed here", "compare", "sizes", "alone");
    refused("there is no run \"eee\"", "show", "eee");
  }

  @Test
  void aRunShowsItsSweeps() throws Exception {
    assertThat(done("show", "sizes-2"))
        .contains("sweep      sizes (ddd444444444), trial 2: training.batchSize=2\n");
    assertThat(done("show", "alone")).contains("reused by  sizes (ddd444444444)\n");
    JsonNode run = json("show", "sizes-2", "--json");
    assertThat(run.path("sweep").asText()).isEqualTo(SWEEP);
    assertThat(run.path("sweeps")).hasToString("[\"ddd444444444\"]");
    assertThat(run.at("/trial/number").asInt()).isEqualTo(2);
    assertThat(run.at("/trial/readsTest").asBoolean()).isTrue();
    assertThat(run.at("/trial/values").toString()).isEqualTo("{\"training.batchSize\":\"2\"}");
    JsonNode alone = json("show", "alone", "--json");
    assertThat(alone.path("sweep").isNull()).isTrue();
    assertThat(alone.path("trial").isNull()).isTrue();
    assertThat(alone.path("sweeps")).hasSize(1);
  }

  @Test
  void trialsAreFoundByTheirSweep() throws Exception {
    assertThat(done("list", "--filter", "sweep = sizes").lines()).hasSize(5);
    assertThat(done("list", "--filter", "sweep = ddd444444444 and trial = 3"))
        .contains("alone")
        .doesNotContain("sizes-");
    assertThat(done("list", "--columns", "name,sweep,trial", "--sort", "trial", "--csv"))
        .isEqualTo("name,sweep,trial\nsizes-1,sizes,1\nsizes-2,sizes,2\nalone,,\n");
    assertThat(done("list")).containsPattern("sizes-2 +FINISHED +ddd444444444 ");
    assertThat(json("list", "--json").get(0).path("sweep").asText()).isEqualTo(SWEEP);
  }

  @Test
  void aSweepIsDeletedAndRestoredAndCollectedWithItsTrials() throws Exception {
    assertThat(done("delete", "sizes"))
        .isEqualTo(
            "deleted sweep sizes (ddd444444444) with its 2 trials\n"
                + "./run restore ddd444444444 brings it back\n");
    assertThat(done("list", "--columns", "name", "--csv")).isEqualTo("name\nalone\n");
    assertThat(done("list", "--sweeps")).startsWith("No sweeps yet.");
    assertThat(done("list", "--sweeps", "--deleted")).contains("sizes");
    assertThat(done("show", "--deleted", "sizes")).contains("FINISHED, deleted ");
    refused("there is no sweep \"sizes\": it is deleted", "rename", "sizes", "other");
    assertThat(done("restore", "sizes"))
        .isEqualTo("restored sweep sizes (ddd444444444) with its 2 trials\n");
    assertThat(done("list", "--columns", "name", "--csv").lines()).hasSize(4);

    done("delete", "ddd444444444", "alone");
    assertThat(done("gc"))
        .contains("ddd444444444  sweep sizes\n")
        .contains("3 runs, 1 sweep, 0 folders of images: ");
    assertThat(folder.resolve(SWEEP)).doesNotExist();
    assertThat(folder.resolve("bbb222222222")).doesNotExist();
    assertThat(json("gc", "--json").path("sweeps")).isEmpty();
  }

  @Test
  void aSweepIsRenamedAndNoted() throws Exception {
    assertThat(done("rename", "sizes", "batch-sizes"))
        .isEqualTo("sweep ddd444444444 is batch-sizes now; its trials keep their names\n");
    assertThat(done("note", "batch-sizes", "not", "much")).startsWith("noted of sweep batch-sizes");
    assertThat(done("note", "batch-sizes")).endsWith("  not much\n");
    assertThat(done("show", "batch-sizes")).contains("notes:\n").contains("not much");
    assertThat(done("list", "--filter", "sweep = batch-sizes").lines()).hasSize(5);
    done("reindex");
    assertThat(done("list", "--sweeps")).contains("batch-sizes");
  }
}
