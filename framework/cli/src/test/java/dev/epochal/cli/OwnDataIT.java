package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images of one's own, from their files through training to figures and records. */
final class OwnDataIT {
  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({"2, 3, 5, 7", "26, 1, 6, 4"})
  void anyShapeAndClassCountIsTrainedEvaluatedDrawnAndRecorded(
      int classes, int channels, int height, int width) throws Exception {
    Program program = new Program(home);
    OwnData.idx(home.resolve("own"), 400, classes, channels, height, width);
    Program.Result ran = program.run(program.spec("own.yaml", OwnData.spec("own")));
    assertThat(ran.exit()).as(ran.err()).isZero();

    RunFolder folder = new RunFolder(program.runFolders().get(0));
    JsonNode record = Json.read(folder.record(), JsonNode.class);
    assertThat(record.at("/dataset/used").asText()).isEqualTo("idx");
    assertThat(record.at("/dataset/source").asText()).isEqualTo(home.resolve("own").toString());
    assertThat(record.at("/dataset/classNames")).hasSize(classes);
    assertThat(record.at("/metrics").has("test.recall." + (classes - 1))).isTrue();
    JsonNode matrices = Json.read(folder.figureData("confusion-matrices"), JsonNode.class);
    assertThat(matrices.at("/panels/0/counts")).hasSize(classes);
    assertThat(folder.figureDrawing("confusion-matrices")).isNotEmptyFile();
    assertThat(NpyFile.readFloats(folder.predictions(Split.TEST, "probabilities")))
        .hasSize(40 * classes);
    assertThat(program.run("show", "latest").out()).contains("data: idx from", "data.path");
  }

  @Test
  void theSameImagesInAnotherFolderHaveTheSameFingerprint() throws Exception {
    Program program = new Program(home);
    OwnData.idx(home.resolve("own"), 60, 2, 1, 4, 4);
    OwnData.idx(home.resolve("copy"), 60, 2, 1, 4, 4);
    Path spec = program.spec("own.yaml", OwnData.spec("own"));

    JsonNode here = look(program, spec);
    JsonNode there = look(program, spec, "data.path=" + home.resolve("copy"));
    assertThat(there.at("/splits/train/sha256")).isEqualTo(here.at("/splits/train/sha256"));
    assertThat(there.path("source")).isNotEqualTo(here.path("source"));
  }

  @Test
  void brokenFilesAreRefusedBeforeAnythingIsWritten() throws Exception {
    Program program = new Program(home);
    Path own = OwnData.idx(home.resolve("own"), 60, 2, 1, 4, 4);
    Path images = own.resolve("train-images.idx");
    byte[] whole = Files.readAllBytes(images);
    Files.write(images, java.util.Arrays.copyOf(whole, whole.length + 1));
    Program.Result ran = program.run(program.spec("own.yaml", OwnData.spec("own")));

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .isEqualTo(images + ": holds more than its header says: [60, 1, 4, 4]; write it anew\n");
    assertThat(program.runs()).doesNotExist();
  }

  private static JsonNode look(Program program, Path spec, String... overrides)
      throws IOException, InterruptedException {
    Object[] words = new Object[3 + overrides.length];
    words[0] = "data";
    words[1] = spec;
    words[2] = "--json";
    System.arraycopy(overrides, 0, words, 3, overrides.length);
    Program.Result looked = program.run(words);
    assertThat(looked.exit()).as(looked.err()).isZero();
    return looked.json();
  }
}
