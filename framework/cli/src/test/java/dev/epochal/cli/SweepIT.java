package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.ProcessDeath;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.TrialRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./run SPEC} of a sweep: real trials in processes of their own, some of them killed. */
final class SweepIT {
  private static final String[] GRID = {"training.batchSize=50,100", "seed=1,2"};

  @TempDir static Path home;

  private static Program program;
  private static Path spec;
  private static JsonNode undisturbed;

  @BeforeAll
  static void aSweepThatNobodyDisturbs() throws Exception {
    program = new Program(home);
    spec = program.spec("killed.yaml", ResumedRuns.SPEC);
    Program.Result ran = sweep("undisturbed", "--json");
    assertThat(ran.exit()).as(ran.err()).isZero();
    undisturbed = ran.json();
  }

  @Test
  void runsEachCombinationOnceAndRecordsThem() throws Exception {
    JsonNode summary = undisturbed.path("sweep");
    assertThat(summary.path("status").asText()).isEqualTo("FINISHED");
    assertThat(summary.path("planned").asInt()).isEqualTo(4);
    assertThat(undisturbed.path("runs")).hasSize(4);
    assertThat(hashes(undisturbed).keySet())
        .containsExactlyInAnyOrder("100 1", "100 2", "50 1", "50 2");
    for (JsonNode run : undisturbed.path("runs")) {
      assertThat(run.path("status").asText()).isEqualTo("FINISHED");
      assertThat(run.path("name").asText()).startsWith("undisturbed-");
      assertThat(run.path("metrics").has("test.accuracy")).isTrue();
      Path folder = Path.of(run.path("folder").asText());
      ResumedRuns.assertWhole(new RunFolder(folder));
      // Data of figures, which are drawn when somebody asks.
      assertThat(folder.resolve("figures/loss-history.json")).exists();
      assertThat(folder.resolve("figures/loss-history.png")).doesNotExist();
    }
    assertThat(folderOf("undisturbed").resolve("spec.yaml")).content().contains("name: killed");
  }

  /** A trial is nothing but a run with these values. */
  @Test
  void aTrialIsTheRunThatItsValuesAskFor() throws Exception {
    JsonNode trial = undisturbed.path("runs").get(0);
    Program single = new Program(home);
    single.setEnvironment("OMP_NUM_THREADS", Integer.toString(threads()));
    Program.Result run =
        single.run(
            "run",
            spec,
            "training.batchSize=" + trial.path("params").path("training.batchSize").asText(),
            "seed=" + trial.path("seed").asText(),
            "--json");

    assertThat(run.exit()).as(run.err()).isZero();
    ResumedRuns.assertSame(trial, run.json());
  }

  @Test
  void reusesWhatAnEqualRunWasRecordedOf() throws Exception {
    Program.Result ran = program.run("run", spec, "training.batchSize=50", "seed=1,2,3", "--json");

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("2 reused (--fresh runs them again)");
    JsonNode sweep = ran.json().path("sweep");
    assertThat(sweep.path("reused").asInt()).isEqualTo(2);
    RunRecord reused = record(sweep.path("trials").get(0).path("run").asText());
    assertThat(reused.planSha256()).isEqualTo(record(runs(undisturbed).get("50 1")).planSha256());
    // It keeps the sweep that it was made for, if it was made for one.
    TrialRecord trial = reused.trial();
    assertThat(trial == null ? "none" : trial.sweep()).isNotEqualTo(sweep.path("id").asText());
  }

  @Test
  void aTrialThatIsKilledFailsAndTheOthersGoOn() throws Exception {
    Program.Running running = start("shot");
    kill("-KILL", trialThatTrains("shot-1"));
    Program.Result ran = running.end();

    assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
    assertThat(ran.err()).contains("3 FINISHED, 1 FAILED", "SIGKILL");
    RunRecord shot = named("shot-1");
    assertThat(shot.status()).isEqualTo(RunStatus.FAILED);
    assertThat(ProcessDeath.isInterruption(shot.reason())).isTrue();

    Program.Result resumed = program.run("resume", "shot", "--json");
    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(hashes(resumed.json())).isEqualTo(hashes(undisturbed));
  }

  /** What the JVM prints when native code crashes is the log's end. */
  @Test
  void aTrialWhoseNativeCodeCrashesFailsWithWhatItPrinted() throws Exception {
    Program.Running running = start("crashed");
    kill("-SEGV", trialThatTrains("crashed-1"));
    Program.Result ran = running.end();

    assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
    RunRecord crashed = named("crashed-1");
    assertThat(crashed.status()).isEqualTo(RunStatus.FAILED);
    assertThat(crashed.reason()).contains("A fatal error has been detected", "SIGSEGV");
    Program.Result kept = program.run("resume", "crashed");
    assertThat(kept.exit()).isEqualTo(2);
    assertThat(kept.err()).contains("--retry-failed tries those again that FAILED (1)");

    Program.Result retried = program.run("resume", "crashed", "--retry-failed", "--json");
    assertThat(retried.exit()).as(retried.err()).isZero();
    assertThat(hashes(retried.json())).isEqualTo(hashes(undisturbed));
  }

  @Test
  void aSweepThatIsAskedToStopStopsItsTrialsAndGoesOnLater() throws Exception {
    Program.Running running = start("asked");
    trialThatTrains("asked-1");
    running.process().destroy();
    Program.Result ran = running.end();

    assertThat(ran.exit()).as(ran.err()).isEqualTo(130);
    assertThat(ran.err()).contains("KILLED: asked to stop", "./run resume ");
    assertThat(named("asked-1").status()).isIn(RunStatus.KILLED, RunStatus.FINISHED);
    assertThat(program.run("resume", "asked").exit()).isZero();
    Program.Result over = program.run("resume", "asked", "--json");
    assertThat(over.exit()).isEqualTo(2);
    assertThat(over.err()).contains("is FINISHED");
    assertSameTrials("asked");
  }

  @Test
  void anotherProcessCanStopASweep() throws Exception {
    Program.Running running = start("told");
    trialThatTrains("told-1");
    Program.Result stop = program.run("stop", "told");
    Program.Result ran = running.end();

    assertThat(stop.exit()).as(stop.err()).isZero();
    assertThat(ran.exit()).isEqualTo(130);
    assertThat(ran.err()).contains("KILLED: asked to stop by ./run stop");
    assertThat(program.run("resume", "told").exit()).isZero();
    assertSameTrials("told");
  }

  /** Its trials find that they are alone, and stop. */
  @Test
  void aSweepWhoseProcessIsKilledGoesOn() throws Exception {
    Program.Running running = start("orphaned");
    long trial = trialThatTrains("orphaned-1");
    running.process().destroyForcibly();
    running.end();

    Program.Result resumed = program.run("resume", "orphaned", "--json");

    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(ProcessHandle.of(trial).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(hashes(resumed.json())).isEqualTo(hashes(undisturbed));
    assertThat(resumed.json().path("sweep").path("trials")).hasSize(4);
  }

  @Test
  void aSweepThatGoesOnReusesToo() throws Exception {
    Program.Running running =
        program.start(
            "run",
            spec,
            "--name",
            "thrifty",
            "--jobs",
            "1",
            "--threads",
            Integer.toString(threads()),
            "training.batchSize=50",
            "seed=11,1,2");
    trialThatTrains("thrifty-1");
    running.process().destroyForcibly();
    running.end();

    Program.Result resumed = program.run("resume", "thrifty");

    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("3 FINISHED; 2 reused");
  }

  @Test
  void aDrawnSweepReadsTheTestSplitOfTheChosenTrialAlone() throws Exception {
    Path drawn =
        program.spec(
            "drawn.yaml",
            Specs.MLP.replace("name: tiny", "name: drawn")
                + """
                sweep:
                  method: random
                  run_cap: 4
                  parameters:
                    training.updater.learningRate: {distribution: log_uniform_values, min: 0.001, max: 0.2}
                """);
    Program.Result ran = program.run("run", drawn, "--json");

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("is the best: its test split is read now");
    List<JsonNode> read = new ArrayList<>();
    for (JsonNode run : ran.json().path("runs")) {
      assertThat(run.path("metrics").has("validation.loss")).isTrue();
      Path folder = Path.of(run.path("folder").asText());
      boolean reads = run.path("metrics").has("test.accuracy");
      assertThat(Files.exists(folder.resolve("predictions/test-labels.npy"))).isEqualTo(reads);
      assertThat(Files.exists(folder.resolve("figures/confusion-matrices.json"))).isEqualTo(reads);
      if (reads) {
        read.add(run);
      }
      ResumedRuns.assertWhole(new RunFolder(folder));
    }
    assertThat(read).hasSize(1);
    assertThat(read.get(0).path("id").asText())
        .isEqualTo(ran.json().path("sweep").path("best").asText());
    // A run without test is still the same when it is run again.
    Program asBefore = new Program(home);
    asBefore.setEnvironment("OMP_NUM_THREADS", ran.json().path("sweep").path("threads").asText());
    Program.Result verified =
        asBefore.run("verify", ran.json().path("runs").get(0).path("id").asText());
    assertThat(verified.exit()).as(verified.err() + verified.out()).isZero();
  }

  @Test
  void aSweepThatTestMayChooseReadsItOfEveryTrial() throws Exception {
    Path drawn =
        program.spec(
            "chosen-by-test.yaml",
            Specs.MLP.replace("name: tiny", "name: chosen-by-test")
                + """
                sweep:
                  method: bayes
                  metric: {name: test.accuracy}
                  run_cap: 2
                  parameters:
                    training.updater.learningRate: {distribution: log_uniform_values, min: 0.001, max: 0.2}
                """);
    Program.Result ran = program.run("run", drawn, "--allow-test-selection", "--json");

    assertThat(ran.exit()).as(ran.err()).isZero();
    double best = Double.NaN;
    for (JsonNode run : ran.json().path("runs")) {
      assertThat(run.path("metrics").has("test.accuracy")).isTrue();
      best = Math.max(Double.isNaN(best) ? 0 : best, run.at("/metrics/test.accuracy").asDouble());
    }
    JsonNode sweep = ran.json().path("sweep");
    assertThat(sweep.path("bestValue").asDouble()).isEqualTo(best);
    assertThat(sweep.path("trials"))
        .filteredOn(trial -> trial.path("selected").asBoolean())
        .hasSize(1);
  }

  @Test
  void trialsThatFallBehindAreStopped() throws Exception {
    Path halving =
        program.spec(
            "halving.yaml",
            Specs.MLP.replace("name: tiny", "name: halving").replace("epochs: 3", "epochs: 12")
                + """
                sweep:
                  parameters:
                    training.updater.learningRate: {values: [0.1, 0.05, 0.00001, 0.00002, 0.00003, 0.00004]}
                  early_terminate: {type: asha, min_iter: 2, eta: 2}
                """);
    Program.Result ran = program.run("run", halving, "--jobs", "1", "--json");

    assertThat(ran.exit()).as(ran.err()).isZero();
    JsonNode sweep = ran.json().path("sweep");
    assertThat(sweep.path("stopped").asInt()).isPositive();
    for (JsonNode trial : sweep.path("trials")) {
      if (!trial.path("stopped").isNull()) {
        assertThat(trial.path("status").asText()).isEqualTo("KILLED");
        assertThat(trial.path("reason").asText())
            .startsWith("stopped by early_terminate (asha)")
            .contains(" of 12");
      }
    }
    // Finished as it is: those that were stopped are not gone on with.
    assertThat(program.run("resume", sweep.path("id").asText()).exit()).isEqualTo(2);
  }

  @Test
  void anArmThatDivergesIsAFinding() throws Exception {
    Program.Result ran =
        program.run(
            "run",
            program.spec("diverges.yaml", Specs.MLP),
            "training.updater.learningRate=0.05,1e37");

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("1 FINISHED, 1 FAILED; 1 diverged");
  }

  @Test
  void dataThatAreNotThereEndTheSweepAtOnce() throws Exception {
    Path lacking =
        program.spec(
            "lacking.yaml",
            Specs.MLP
                .replace("name: tiny", "name: lacking")
                .replace("dataset: digits", "dataset: mnist"));
    Program.Result ran = program.run("run", lacking, "seed=1..6");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("FAILED: ", "could not be downloaded").doesNotContain("\tat ");
    assertThat(program.runFolders().stream().map(this::experiment)).doesNotContain("lacking");
  }

  private String experiment(Path folder) {
    return Json.read(folder.resolve("run.json"), RunRecord.class).experiment();
  }

  private static int threads() {
    return undisturbed.path("sweep").path("threads").asInt();
  }

  private static Program.Result sweep(String name, String... more) throws Exception {
    return startSweep(name, more).end();
  }

  private static Program.Running start(String name) throws Exception {
    return startSweep(name, "--fresh");
  }

  private static Program.Running startSweep(String name, String... more) throws Exception {
    List<Object> words = new ArrayList<>(List.of("run", spec, "--name", name));
    words.addAll(List.of(GRID));
    words.addAll(List.of(more));
    return program.start(words.toArray());
  }

  /** The process of a trial that is in the middle of its training. */
  private static long trialThatTrains(String name) throws Exception {
    Await.until(
        () -> {
          RunRecord run = named(name);
          if (run == null) {
            return false;
          }
          Path journal = RunFolder.of(program.runs(), run.id()).journal();
          return Files.exists(journal) && Files.readString(journal).contains("\"epoch\":4,");
        },
        () -> "the fourth epoch of " + name);
    return named(name).process().pid();
  }

  private static RunRecord named(String name) throws Exception {
    for (Path path : program.runFolders()) {
      RunRecord record = Json.read(path.resolve("run.json"), RunRecord.class);
      if (record.name().equals(name)) {
        return record;
      }
    }
    return null;
  }

  private static RunRecord record(String id) {
    return Json.read(RunFolder.of(program.runs(), id).record(), RunRecord.class);
  }

  private static void kill(String signal, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor()).isZero();
  }

  private static Path folderOf(String sweep) throws Exception {
    return Path.of(program.run("show", sweep, "--json").json().path("folder").asText());
  }

  private static void assertSameTrials(String sweep) throws Exception {
    JsonNode trials = program.run("show", sweep, "--json").json().path("trials");
    assertThat(trials).hasSize(4);
    Map<String, String> hashes = new TreeMap<>();
    for (JsonNode trial : trials) {
      JsonNode run = program.run("show", trial.path("run").asText(), "--json").json();
      hashes.put(key(run), run.path("hashes").path("24").asText());
    }
    assertThat(hashes).isEqualTo(hashes(undisturbed));
  }

  /** By batch size and seed, of the parameters after the last epoch. */
  private static Map<String, String> hashes(JsonNode sweep) {
    Map<String, String> hashes = new TreeMap<>();
    for (JsonNode run : sweep.path("runs")) {
      assertThat(hashes.put(key(run), run.path("hashes").path("24").asText())).isNull();
    }
    return hashes;
  }

  private static Map<String, String> runs(JsonNode sweep) {
    Map<String, String> ids = new TreeMap<>();
    sweep.path("runs").forEach(run -> ids.put(key(run), run.path("id").asText()));
    return ids;
  }

  private static String key(JsonNode run) {
    return run.path("params").path("training.batchSize").asText() + " " + run.path("seed").asText();
  }
}
