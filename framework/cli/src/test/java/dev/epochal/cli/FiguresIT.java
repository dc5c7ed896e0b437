package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import dev.epochal.core.figure.FeatureMaps;
import dev.epochal.core.figure.FigureData;
import dev.epochal.core.figure.Outcome;
import dev.epochal.core.figure.Outcomes;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.folder.Artifacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures after a run, and again later. */
final class FiguresIT {
  private static final List<String> ALL =
      List.of(
          "examples",
          "pixel-histograms",
          "true-classes",
          "predicted-classes",
          "class-probabilities",
          "loss-history",
          "confusion-matrices",
          "roc",
          "outcomes",
          "outcome-histograms",
          "feature-maps",
          "filters",
          "precision-recall",
          "calibration",
          "most-wrong",
          "per-class",
          "parameter-histograms",
          "timing");

  @TempDir static Path home;

  private static Program program;
  private static RunFolder folder;

  @BeforeAll
  static void aSmallNetworkOfConvolutionsIsTrained() throws Exception {
    program = new Program(home);
    Program.Result ran =
        program.run(
            "run", program.spec("conv.yaml", Specs.CONVOLUTIONS), "evaluate.figures=all", "--json");
    assertThat(ran.exit()).as(ran.err()).isZero();
    folder = RunFolder.of(program.runs(), ran.json().path("id").asText());
  }

  @Test
  void everyFigureIsDrawnAfterTheRun() {
    RunRecord run = Json.read(folder.record(), RunRecord.class);

    assertThat(run.recordingErrors()).isEmpty();
    for (String figure : ALL) {
      assertThat(folder.figureData(figure)).isNotEmptyFile();
      assertThat(folder.figureDrawing(figure)).isNotEmptyFile();
      assertThat(Json.read(folder.figureData(figure), FigureData.class).figureName())
          .isEqualTo(figure);
    }
  }

  @Test
  void drawnAgainFromWhatWasRecordedTheDataAreTheSameToTheByte() throws Exception {
    List<byte[]> before = new ArrayList<>();
    for (String figure : ALL) {
      before.add(Files.readAllBytes(folder.figureData(figure)));
    }
    Program.Result drawn = program.run("figures", "latest");

    assertThat(drawn.exit()).as(drawn.err()).isZero();
    assertThat(drawn.out().lines()).hasSize(ALL.size()).allMatch(line -> line.endsWith(".png"));
    for (int i = 0; i < ALL.size(); i++) {
      assertThat(folder.figureData(ALL.get(i))).hasBinaryContent(before.get(i));
    }
  }

  @Test
  void outcomesOfAnotherClassAtAThresholdAreCountedAsThePredictionsSay() throws Exception {
    Program.Result drawn =
        program.run("figures", "latest", "--class", "4", "--threshold", "0.3", "--split", "test");
    assertThat(drawn.exit()).as(drawn.err()).isZero();
    Outcomes outcomes =
        (Outcomes)
            Json.read(
                folder.figureData("outcomes-split-test-class-4-threshold-0.3"), FigureData.class);

    int[] labels = NpyFile.readInts(folder.predictions(Split.TEST, "labels"));
    float[] probabilities = NpyFile.readFloats(folder.predictions(Split.TEST, "probabilities"));
    int[] counts = new int[Outcome.values().length];
    for (int i = 0; i < labels.length; i++) {
      counts[Outcome.of(labels[i] == 4, probabilities[10 * i + 4] >= 0.3).ordinal()]++;
    }
    for (Outcomes.Group group : outcomes.groups()) {
      assertThat(group.count())
          .as("%s", group.outcome())
          .isEqualTo(counts[group.outcome().ordinal()]);
      assertThat(group.images()).hasSize(Math.min(10, group.count()));
    }
  }

  @Test
  void featureMapsOfAnotherImageComeFromTheModel() throws Exception {
    Program.Result drawn =
        program.run("figures", "latest", "--image", "test:7", "--only", "feature-maps", "--json");
    assertThat(drawn.exit()).as(drawn.err()).isZero();
    JsonNode object = drawn.json().get(0);
    FeatureMaps maps =
        (FeatureMaps) Json.read(Path.of(object.path("data").asText()), FigureData.class);

    int[] labels = NpyFile.readInts(folder.predictions(Split.TEST, "labels"));
    int[] predicted = NpyFile.readInts(folder.predictions(Split.TEST, "predicted"));
    assertThat(maps.image().label()).isEqualTo(labels[7]);
    assertThat(maps.predicted()).isEqualTo(predicted[7]);
    assertThat(maps.before()).hasSize(4);
  }

  @Test
  void whatWasDrawnLaterIsAmongTheRunsArtifacts() throws Exception {
    program.run("figures", "latest", "--x", "update");
    List<ArtifactRecord> there = Artifacts.in(folder);

    assertThat(Json.read(folder.record(), RunRecord.class).artifacts()).isEqualTo(there);
    assertThat(
            program
                .run("show", "latest", "--json")
                .json()
                .path("artifacts")
                .findValuesAsText("name"))
        .contains("figures/loss-history-x-update.png")
        .hasSize(there.size());
  }

  @Test
  void theDataAreDrawnWithoutARunAndTheTestSplitStaysBlind() throws Exception {
    Path spec = home.resolve("conv.yaml");
    Path drawn = home.resolve("data");
    Program.Result data = program.run("data", spec, "--figures", drawn);
    Program.Result blind =
        program.run(
            "data", spec, "evaluate.examples.split=test", "--figures", home.resolve("blind"));

    assertThat(data.exit()).as(data.err()).isZero();
    for (String figure : List.of("examples", "pixel-histograms", "true-classes")) {
      assertThat(drawn.resolve(figure + ".png")).isNotEmptyFile();
    }
    assertThat(blind.err()).contains("examples: the test split shows no images");
    assertThat(home.resolve("blind").resolve("examples.png")).doesNotExist();
  }

  @Test
  void everythingThatIsNotThereIsSaidAtOnce() throws Exception {
    Program.Result refused =
        program.run(
            "figures",
            "latest",
            "--class",
            "44",
            "--layer",
            "hidden",
            "--image",
            "test:100",
            "--threshold",
            "2",
            "--only",
            "rok");

    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "--only must name figures but has rok",
            "--class must be a class's name or its number, 0 to 9, but was 44",
            "--layer must be a convolution of the network but was hidden; it has conv",
            "--image must be a position from 0 to 99, the last image of the test split",
            "--threshold must be from 0 to 1 but was 2.0",
            "5 problems")
        .doesNotContain("\tat ");
  }

  @Test
  void aRunThatLacksSomethingLeavesTheFigureOutAndSaysWhy() throws Exception {
    Program other = new Program(Files.createDirectory(home.resolve("other")));
    Program.Result ran =
        other.run(
            other.spec("mlp.yaml", Specs.MLP),
            "training.updater.learningRate=1e10",
            "evaluate.figures=[roc, feature-maps]");
    assertThat(ran.exit()).as(ran.err()).isEqualTo(1);

    Program.Result drawn = other.run("figures", "latest", "--only", "roc,feature-maps");

    assertThat(drawn.exit()).isEqualTo(1);
    assertThat(drawn.out()).isEmpty();
    assertThat(drawn.err())
        .contains(
            "roc is left out: the run ended as FAILED, before its final evaluation",
            "feature-maps is left out: the network has no convolution");
  }

  @Test
  void aModelThatAnswersNanSaysSoLoudly() throws Exception {
    Program other = new Program(Files.createDirectory(home.resolve("nan")));
    Program.Result ran =
        other.run(
            other.spec("mlp.yaml", Specs.MLP),
            "training.updater.learningRate=1e10",
            "training.onNonFinite=continue",
            "evaluate.figures=[roc, predicted-classes]",
            "--json");
    assertThat(ran.exit()).as(ran.err()).isZero();
    RunFolder diverged = RunFolder.of(other.runs(), ran.json().path("id").asText());

    assertThat(
            Json.read(diverged.figureData("predicted-classes"), FigureData.class)
                .subject()
                .notice())
        .contains("probabilities are NaN for 200 of 200 train images");
    assertThat(diverged.figureDrawing("roc")).isNotEmptyFile();
  }
}
