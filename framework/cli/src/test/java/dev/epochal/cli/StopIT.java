package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.engine.network.SavedModel;
import java.io.IOException;
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
    assertThat(ran.err()).contains("KILLED: asked to stop after ");

    RunRecord record = Json.read(folder.record(), RunRecord.class);
    assertThat(record.status()).isEqualTo(RunStatus.KILLED);
    assertThat(record.ended()).isNotNull();
    assertThat(record.metrics().keySet()).noneMatch(name -> name.startsWith("test."));
    assertThat(folder.path().resolve("predictions")).doesNotExist();
    assertThat(SavedModel.load(folder.finalModel()).dl4j().numParams()).isPositive();
    assertThat(SavedModel.load(folder.bestModel()).dl4j().numParams()).isPositive();
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
  void aRunThatDivergesFailsWithWhatWouldHelpAndKeepsItsNumbers() throws Exception {
    Program.Result ran = program.run(spec, "training.updater.learningRate=1e10");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
    assertThat(ran.err()).contains("FAILED", "training.updater.learningRate");

    JsonNode run = program.run("show", "latest", "--json").json();
    assertThat(run.path("status").asText()).isEqualTo("FAILED");
    assertThat(run.path("reason").asText()).contains("training.updater.learningRate");
    assertThat(run.path("metrics").path("test.accuracy").isMissingNode()).isTrue();
    JsonNode losses = run.path("history").path("iteration.loss");
    JsonNode last = losses.path(losses.size() - 1).path(1);
    assertThat(last.isTextual()).isTrue();
    assertThat(last.asText()).isEqualTo("NaN");
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
