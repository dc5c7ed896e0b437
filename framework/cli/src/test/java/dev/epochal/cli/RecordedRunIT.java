package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that came to its end, and all that it kept. */
final class RecordedRunIT {
  private static final Set<String> LISTED =
      Set.of(
          "id",
          "name",
          "experiment",
          "sweep",
          "status",
          "seed",
          "started",
          "ended",
          "durationSeconds",
          "params",
          "metrics",
          "tags");
  private static final Set<String> SHOWN =
      Set.of("history", "artifacts", "hashes", "environment", "dataset", "notes");

  @TempDir static Path home;

  private static Program program;
  private static Program.Result ran;
  private static JsonNode object;
  private static RunFolder folder;

  @BeforeAll
  static void aSmallNetworkOfConvolutionsIsTrained() throws Exception {
    program = new Program(home);
    ran = program.run("run", program.spec("conv.yaml", Specs.CONVOLUTIONS), "--json");
    assertThat(ran.exit()).as(ran.err()).isZero();
    object = ran.json();
    folder = RunFolder.of(program.runs(), object.path("id").asText());
  }

  @Test
  void saysOnStderrHowItWent() {
    assertThat(ran.err())
        .contains("epoch 3/3: loss ", "test       accuracy ", "training   ", "FINISHED")
        .contains("dataset    digits", "test [100, 10]")
        .contains("folder     " + folder.path(), "./run show " + folder.id())
        .doesNotContain("\tat ", "\u001b", "WARN");
  }

  @Test
  void theFolderHoldsEverything() {
    List<Path> files =
        List.of(
            folder.spec(),
            folder.plan(),
            folder.record(),
            folder.environment(),
            folder.journal(),
            folder.log(),
            folder.finalModel(),
            folder.bestModel(),
            folder.figureData("loss-history"),
            folder.figureDrawing("loss-history"),
            folder.figureData("confusion-matrices"),
            folder.figureDrawing("confusion-matrices"));
    assertThat(files).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    for (Split split : Split.values()) {
      for (String what : List.of("labels", "predicted", "probabilities", "indices")) {
        assertThat(folder.predictions(split, what)).isNotEmptyFile();
      }
    }
  }

  @Test
  void theSpecIsKeptAsItWasWritten() {
    assertThat(folder.spec()).hasContent(Specs.CONVOLUTIONS);
  }

  @Test
  void everyFileOfTheFolderIsAnArtifactOfTheRightSizeAndContent() throws Exception {
    RunRecord record = Json.read(folder.record(), RunRecord.class);
    for (ArtifactRecord artifact : record.artifacts()) {
      Path file = folder.path().resolve(artifact.name());
      assertThat(file).hasSize(artifact.bytes()).hasDigest("SHA-256", artifact.sha256());
    }
    Set<String> kept;
    try (var files = Files.walk(folder.path())) {
      kept =
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.path().relativize(file).toString())
              .collect(Collectors.toSet());
    }
    kept.remove("run.json");
    assertThat(record.artifacts()).extracting(ArtifactRecord::name).hasSameElementsAs(kept);
    assertThat(record.recordingErrors()).isEmpty();
  }

  @Test
  void printsOneObjectOnStdoutAndShowPrintsTheSame() throws Exception {
    Program.Result show = program.run("show", "latest", "--json");
    assertThat(show.exit()).isZero();
    assertThat(show.json()).isEqualTo(object);
    assertThat(keys(object)).containsAll(LISTED).containsAll(SHOWN);
    assertThat(keys(object.path("dataset"))).contains("requested", "used", "splits");
    assertThat(keys(object.path("artifacts").path(0)))
        .containsExactlyInAnyOrder("name", "kind", "bytes", "sha256");
  }

  @Test
  void listPrintsAnArrayOfThePromisedObjects() throws Exception {
    Program.Result list = program.run("list", "--json");
    assertThat(list.exit()).isZero();
    assertThat(list.json().isArray()).isTrue();
    assertThat(list.json()).hasSize(1);
    assertThat(keys(list.json().path(0))).containsAll(LISTED).doesNotContain("history", "hashes");
    assertThat(list.json().path(0).path("name").asText()).isEqualTo("tiny-conv-1");
  }

  @Test
  void theHistoryHasAValuePerEpochAndALossPerUpdate() {
    JsonNode history = object.path("history");
    assertThat(history.path("iteration.loss")).hasSize(12);
    for (String metric : List.of("train.loss", "train.accuracy", "validation.loss")) {
      JsonNode series = history.path(metric);
      assertThat(steps(series)).as(metric).containsExactly(1, 2, 3);
    }
    assertThat(keys(object.path("hashes"))).containsExactlyInAnyOrder("0", "1", "2", "3");
    assertThat(history.path("test.accuracy").isMissingNode()).isTrue();
  }

  @Test
  void theMetricsAreTherePerSplitAndPerClass() {
    assertThat(keys(object.path("metrics")))
        .contains("test.accuracy", "test.precision.macro", "test.f1.micro", "test.tp.7")
        .contains("train.loss", "validation.recall.macro", "time.train.wall", "model.parameters")
        .contains("train.auc.0", "validation.auc.9", "test.auc.macro")
        .contains("gap.validation.loss", "gap.test.loss", "gap.test.accuracy")
        .contains("time.train.cpu", "time.run.wall", "time.run.cpu", "system.memory.rss.peak");
  }

  @Test
  void theMachineWasSampledFromTheStartToTheEnd() {
    JsonNode history = object.path("history");
    assertThat(steps(history.path("system.memory.rss"))).hasSizeGreaterThan(1).isSorted();
    assertThat(history.path("system.cpu")).isNotEmpty();
    for (JsonNode point : history.path("system.memory.arrays")) {
      assertThat(point.path(1).asDouble()).isPositive();
    }
  }

  @Test
  void singleValuesCanBeAskedFor() throws Exception {
    String never = "epochsTo(validation.accuracy, 1.5)";
    Program.Result values =
        program.run(
            "show",
            "latest",
            "--metric",
            "test.loss",
            "--metric",
            "epochsTo(train.loss,99)",
            "--metric",
            never);
    assertThat(values.out().lines())
        .containsExactly(
            "test.loss " + object.path("metrics").path("test.loss").asDouble(),
            "epochsTo(train.loss, 99.0) 1.0",
            never + " never reached");
    Program.Result json = program.run("show", "latest", "--metric", never, "--json");
    assertThat(json.json().path(never).isNull()).isTrue();
    Program.Result unknown = program.run("show", "latest", "--metric", "test.acuracy");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("has no metric \"test.acuracy\"; it has: ", "test.accuracy", "test.auc.…");
  }

  @Test
  void theAccuracyIsThatOfTheKeptPredictions() {
    for (Split split : Split.values()) {
      int[] labels = NpyFile.readInts(folder.predictions(split, "labels"));
      int[] predicted = NpyFile.readInts(folder.predictions(split, "predicted"));
      float[] probabilities = NpyFile.readFloats(folder.predictions(split, "probabilities"));
      assertThat(probabilities).hasSize(10 * labels.length);
      assertThat(predicted)
          .containsExactly(
              IntStream.range(0, labels.length).map(i -> largest(probabilities, i)).toArray());
      long right = IntStream.range(0, labels.length).filter(i -> labels[i] == predicted[i]).count();
      assertThat(object.path("metrics").path(split.key() + ".accuracy").asDouble())
          .isCloseTo((double) right / labels.length, within(1e-12));
    }
  }

  @Test
  void theSplitsShareNoRowOfTheDataset() {
    int[] rows = {};
    for (Split split : Split.values()) {
      rows =
          IntStream.concat(
                  IntStream.of(rows),
                  IntStream.of(NpyFile.readInts(folder.predictions(split, "indices"))))
              .toArray();
    }
    assertThat(rows).hasSize(400).doesNotHaveDuplicates();
  }

  @Test
  void paramsKeepTheirTypes() {
    JsonNode params = object.path("params");
    assertThat(params.path("training.batchSize").isIntegralNumber()).isTrue();
    assertThat(params.path("training.updater.learningRate").isNumber()).isTrue();
    assertThat(params.path("training.shuffle").isBoolean()).isTrue();
    assertThat(params.path("data.dataset").isTextual()).isTrue();
  }

  @Test
  void theImagesOfEachSplitAreKeptUnderTheirFingerprint() throws Exception {
    for (Split split : Split.values()) {
      String sha256 = object.at("/dataset/splits/" + split.key() + "/sha256").asText();
      assertThat(program.runs().resolve("datasets").resolve(sha256)).isNotEmptyDirectory();
    }
  }

  @Test
  void showAndLogsAnswerInText() throws Exception {
    Program.Result show = program.run("show", "tiny-conv-1");
    assertThat(show.out()).contains("FINISHED", "test       accuracy", "training.batchSize");
    assertThat(show.out()).contains("test AUC (macro)", "GiB at its peak, CPU ");
    Program.Result logs = program.run("logs", folder.id().substring(0, 6));
    assertThat(logs.out()).contains("epoch 3: ", "ended FINISHED");
  }

  private static int largest(float[] probabilities, int image) {
    return IntStream.range(0, 10)
        .reduce(
            0,
            (best, c) ->
                probabilities[10 * image + c] > probabilities[10 * image + best] ? c : best);
  }

  private static List<Integer> steps(JsonNode series) {
    return IntStream.range(0, series.size()).mapToObj(i -> series.path(i).path(0).asInt()).toList();
  }

  private static List<String> keys(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
