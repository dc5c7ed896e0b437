package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import dev.epochal.core.data.StoredImages;
import dev.epochal.core.run.RunFolder;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded run, reported on, opened, shown and asked. */
final class ReportAndPredictIT {
  @TempDir static Path home;

  private static Program program;
  private static RunFolder run;
  private static JsonNode record;

  @BeforeAll
  static void aSmallNetworkIsTrained() throws Exception {
    program = new Program(home);
    String standardized =
        Specs.CONVOLUTIONS
            .replace("  subset:", "  normalize: standardize\n  subset:")
            .replace("confusion-matrices]", "confusion-matrices, roc, timing]");
    Program.Result ran = program.run("run", program.spec("conv.yaml", standardized), "--json");
    assertThat(ran.exit()).as(ran.err()).isZero();
    record = ran.json();
    run = RunFolder.of(program.runs(), record.path("id").asText());
  }

  @Test
  void theReportIsOnePageAndTheSameWhenBuiltAgain() throws Exception {
    Program.Result first = program.run("report", "latest");
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.out().strip()).isEqualTo(run.report().toString());
    byte[] page = Files.readAllBytes(run.report());

    Path elsewhere = home.resolve("elsewhere.html");
    Program.Result second = program.run("report", run.id(), "--output", elsewhere);

    assertThat(second.out().strip()).isEqualTo(elsewhere.toString());
    assertThat(Files.readAllBytes(elsewhere)).isEqualTo(page);
    assertThat(Files.readString(run.report()))
        .contains("Validation <a class=\"term\" href=\"#term-loss\">loss</a> is lowest at")
        .contains("id=\"figure-confusion-matrices\"", "id=\"figure-roc\"", "id=\"figure-timing\"")
        .doesNotContain("cannot be read", "src=\"http");
  }

  @Test
  void openSaysWhereFolderAndReportAre() throws Exception {
    program.run("report", "latest");

    assertThat(program.run("open", "latest").out().lines())
        .containsExactly(run.path().toString(), run.report().toString());
  }

  @Test
  void showDrawsTheLossesButNotAsJson() throws Exception {
    assertThat(program.run("show", "latest").out())
        .contains("loss: ", "train (in the training passes)");
    assertThat(program.run("show", "latest", "--json").out())
        .doesNotContain("in the training passes");
  }

  @Test
  void anItemOfASplitIsPredictedAsInTheFinalEvaluation() throws Exception {
    Program.Result asked =
        program.run("predict", "latest", "validation:0", "validation:7", "--json");

    assertThat(asked.exit()).as(asked.err()).isZero();
    float[] recorded = NpyFile.readFloats(run.predictions(Split.VALIDATION, "probabilities"));
    int[] labels = NpyFile.readInts(run.predictions(Split.VALIDATION, "labels"));
    JsonNode answers = asked.json().path("predictions");
    for (int k : new int[] {0, 1}) {
      int item = 7 * k;
      assertThat(answers.path(k).path("label").asText()).isEqualTo(String.valueOf(labels[item]));
      JsonNode scores = answers.path(k).path("probabilities");
      assertThat(scores).hasSize(10);
      for (JsonNode score : scores) {
        int c = score.path("name").asInt();
        assertThat(score.path("probability").asDouble())
            .isCloseTo(recorded[10 * item + c], within(1e-5));
      }
    }
  }

  @Test
  void thatItemAsAFileIsPredictedTheSame() throws Exception {
    String sha256 = record.at("/dataset/splits/validation/sha256").asText();
    StoredImages images =
        StoredImages.open(program.runs().resolve("datasets").resolve(sha256).resolve("images.npy"));
    BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, 28, 28, images.image(0));
    Path file = home.resolve("zero.png");
    ImageIO.write(image, "png", file.toFile());

    JsonNode answers = program.run("predict", "latest", "validation:0", file, "--json").json();

    assertThat(answers.at("/predictions/1/probabilities"))
        .isEqualTo(answers.at("/predictions/0/probabilities"));
  }

  @Test
  void everyImageThatCannotBeUsedIsNamedAtOnce() throws Exception {
    Path text = Files.writeString(home.resolve("text.png"), "seven");

    Program.Result asked =
        program.run("predict", "latest", text, home.resolve("none.png"), "test:0", "train:200");

    assertThat(asked.exit()).isEqualTo(2);
    assertThat(asked.out()).isEmpty();
    assertThat(asked.err())
        .contains("text.png must be a PNG or JPEG file")
        .contains("none.png does not exist")
        .contains("test:0 must be of train or validation: the test split is blind")
        .contains("train:200 must be at most train:199")
        .contains("4 problems")
        .doesNotContain("\tat ");
  }

  @Test
  void aRunWithoutAModelIsRefused() throws Exception {
    Path copy = home.resolve("copy");
    Path folder = copy.resolve(run.id());
    Files.createDirectories(folder);
    for (Path file : List.of(run.record(), run.plan(), run.spec(), run.journal())) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }

    Program.Result asked = program.run("predict", "latest", "validation:0", "--runs", copy);

    assertThat(asked.exit()).isEqualTo(2);
    assertThat(asked.err()).contains("has no model to ask", "final.zip does not exist");
  }
}
