package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.engine.network.SavedModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that do not come to their end. */
final class StopIT {
  private static final String ENDLESS = "training.epochs=100000";

  @TempDir Path home;

  private Program program;
  private Path spec;

  @BeforeEach
  void anExperiment() throws Exception {
    program = new Program(home);
    spec = program.spec("tiny.yaml", Specs.MLP);
  }

  @Test
  void aRunThatIsAskedToStopIsKilledAndKeepsItsModels() throws Exception {
    Program.Running running = program.start(spec, ENDLESS);
    RunFolder folder = afterTwoEpochs(running);
    // SIGTERM
    running.process().destroy();
    Program.Result ran = running.end();
    assertThat(ran.exit()).as(ran.err()).isEqualTo(130);
    assertThat(ran.err())
        .contains("stopping after this step", "KILLED: asked to stop after ")
        .contains("kept       checkpoints/epoch-", "model/best.zip (epoch ", "./run show ");

    RunRecord record = Json.read(folder.record(), RunRecord.class);
    assertThat(record.status()).isEqualTo(RunStatus.KILLED);
    assertThat(record.ended()).isNotNull();
    assertThat(record.metrics().keySet()).noneMatch(name -> name.startsWith("test."));
    assertThat(folder.path().resolve("predictions")).doesNotExist();
    assertThat(SavedModel.load(folder.finalModel()).dl4j().numParams()).isPositive();
    assertThat(SavedModel.load(folder.bestModel()).dl4j().numParams()).isPositive();
    assertThat(folder.checkpoints()).isNotEmptyDirectory();
    assertThat(folder.figureDrawing("loss-history")).isNotEmptyFile();
    assertThat(program.run("list").out()).contains("KILLED");
  }

  @Test
  void aRunWhoseProcessIsGoneHasCrashedAndKeepsItsHistory() throws Exception {
    Program.Running running = program.start(spec, ENDLESS);
    RunFolder folder = afterTwoEpochs(running);
    // SIGKILL
    running.process().destroyForcibly();
    running.end();
    List<JsonNode> epochs = epochs(folder);
    JsonNode last = epochs.get(epochs.size() - 1);

    assertThat(program.run("list").out()).contains("CRASHED");
    JsonNode run = program.run("show", folder.id(), "--json").json();
    assertThat(run.path("status").asText()).isEqualTo("CRASHED");
    JsonNode losses = run.path("history").path("train.loss");
    assertThat(losses).hasSize(epochs.size() - 1);
    assertThat(losses.path(losses.size() - 1).path(0)).isEqualTo(last.path("epoch"));
    assertThat(losses.path(losses.size() - 1).path(1))
        .isEqualTo(last.path("metrics").path("train.loss"));
    assertThat(run.path("hashes").path(last.path("epoch").asText()))
        .isEqualTo(last.path("parameters"));
    assertThat(Json.read(folder.record(), RunRecord.class).status()).isEqualTo(RunStatus.CRASHED);
  }

  @Test
  void aRunThatIsAskedTwiceEndsAtOnceAndKeepsItsLastCheckpoint() throws Exception {
    Program.Running running = program.start(spec, ENDLESS, "training.checkpoint.every=1");
    RunFolder folder = afterTwoEpochs(running);
    Await.until(
        () ->
            Files.isDirectory(folder.checkpoints())
                && !isEmpty(folder.checkpoints())
                && Files.isRegularFile(folder.bestModel()),
        () -> "a checkpoint and the best model");
    running.interrupt();
    running.interrupt();
    assertThat(running.end().exit()).isEqualTo(130);

    String shown = program.run("show", "latest").out();
    // The run may have come to its end between the two.
    assertThat(shown).containsAnyOf("CRASHED: its process (", "KILLED: asked to stop after ");
    assertThat(shown).contains("kept       checkpoints/epoch-", "model/best.zip");
    try (var files = Files.walk(folder.path())) {
      assertThat(files.map(Path::toString)).noneMatch(file -> file.contains(".tmp-"));
    }
  }

  @Test
  void aSignalDuringTheDownloadEndsTheProgramAndLeavesNothing() throws Exception {
    try (ServerSocket mirror = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Program downloading = new Program(home, mirror.getLocalPort());
      Program.Running running = downloading.start(spec, "data.dataset=mnist");
      try (Socket asked = mirror.accept()) {
        running.process().destroy();
        Program.Result ran = running.end();

        assertThat(asked.isConnected()).isTrue();
        assertThat(ran.exit()).isEqualTo(130);
        assertThat(ran.err()).endsWith("stopped before the run began: nothing was recorded\n");
        assertThat(program.runs()).doesNotExist();
      }
    }
  }

  @Test
  void aRunThatNoLongerGetsBetterIsFinishedEarlyWithItsBestModel() throws Exception {
    Program.Result ran =
        program.run(
            spec,
            "training.epochs=200",
            "training.earlyStopping.patience=2",
            "training.earlyStopping.minDelta=0.5");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("FINISHED: stopped early after epoch ");

    JsonNode run = program.run("show", "latest", "--json").json();
    JsonNode metrics = run.path("metrics");
    int stopped = metrics.path("stopped.epoch").asInt();
    assertThat(run.path("reason").asText())
        .contains("validation.loss did not get better by more than 0.5 than ");
    assertThat(stopped).isLessThan(200).isEqualTo(run.path("history").path("train.loss").size());
    assertThat(run.path("params").path("evaluate.model").asText()).isEqualTo("best");
    JsonNode losses = run.path("history").path("validation.loss");
    assertThat(metrics.path("validation.loss"))
        .isEqualTo(losses.path(metrics.path("best.epoch").asInt() - 1).path(1));
    assertThat(metrics.path("test.accuracy").isNumber()).isTrue();
  }

  @Test
  void aRunThatDivergesAndIsToGoOnIsFinishedAndSaysSo() throws Exception {
    Program.Result ran =
        program.run(spec, "training.updater.learningRate=1e10", "training.onNonFinite=continue");

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(program.run("show", "latest").out())
        .contains("FINISHED: the loss was no finite number at update ", "continue");
  }

  @Test
  void aRunThatDivergesFailsWithWhatWouldHelpAndKeepsItsNumbers() throws Exception {
    Program.Result ran = program.run(spec, "training.updater.learningRate=1e10");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
    assertThat(ran.err())
        .contains(
            "FAILED", " at update ", "a smaller training.updater.learningRate than 10000000000");

    JsonNode run = program.run("show", "latest", "--json").json();
    assertThat(run.path("status").asText()).isEqualTo("FAILED");
    assertThat(run.path("reason").asText()).contains("training.updater.learningRate");
    assertThat(run.path("metrics").path("test.accuracy").isMissingNode()).isTrue();
    JsonNode losses = run.path("history").path("iteration.loss");
    JsonNode last = losses.path(losses.size() - 1).path(1);
    assertThat(last.isTextual()).isTrue();
    assertThat(last.asText()).isEqualTo("NaN");
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.noneMatch(file -> file.getFileName().toString().startsWith("epoch-"));
    }
  }

  private RunFolder afterTwoEpochs(Program.Running running) throws Exception {
    Await.until(
        () -> {
          assertThat(running.process().isAlive()).isTrue();
          List<Path> folders = program.runFolders();
          return !folders.isEmpty() && epochs(new RunFolder(folders.get(0))).size() > 2;
        },
        () -> "two epochs in the journal");
    return new RunFolder(program.runFolders().get(0));
  }

  /** The whole lines that tell of an epoch, that before training included. */
  private static List<JsonNode> epochs(RunFolder folder) throws IOException {
    if (!Files.exists(folder.journal())) {
      return List.of();
    }
    String journal = Files.readString(folder.journal());
    return journal
        .substring(0, journal.lastIndexOf('\n') + 1)
        .lines()
        .filter(line -> line.contains("\"epoch\""))
        .map(StopIT::parsed)
        .filter(entry -> entry.path("entry").asText().equals("epoch"))
        .toList();
  }

  private static JsonNode parsed(String line) {
    try {
      return Json.parse(line, JsonNode.class);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }
}
