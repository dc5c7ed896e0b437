package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.data.DatasetFacts;
import dev.epochal.core.data.ImageShape;
import dev.epochal.core.plan.DatasetName;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.TensorShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans with data of one's own: what only the files know is known when the run is planned. */
final class OwnDataPlanTest {
  private static final String SPEC =
      """
      name: own
      data: {dataset: idx, path: data/faces}
      network:
        layers:
          - {name: conv, type: convolution2d, nOut: 4, kernel: [3, 3]}
          - {name: out, type: output}
      training: {batchSize: 4}
      """;

  @TempDir Path folder;

  @Test
  void shapeSizesAndClassesComeFromTheFiles() throws IOException {
    write(20);
    RunPlan plan = plan(SPEC);

    assertThat(plan.data().facts())
        .isEqualTo(new DatasetFacts(20, new ImageShape(3, 5, 7), List.of("0", "1")));
    assertThat(plan.data().split().full().train()).isEqualTo(16);
    assertThat(plan.network().input()).isEqualTo(new ImageShape(3, 5, 7));
    assertThat(plan.network().layers().get(1).output()).isEqualTo(TensorShape.of(2));
  }

  @Test
  void theFolderIsRelativeToTheFileThatNamesIt() throws IOException {
    write(20);
    Path below = Files.createDirectories(folder.resolve("deep/down"));
    SpecFixture.file(folder, "base.yaml", SPEC);
    Path child = SpecFixture.file(below, "x.yaml", "extends: ../../base.yaml\nname: child\n");

    assertThat(Planner.plan(child, List.of()).plan().data().path())
        .isEqualTo(folder.resolve("data/faces").toString());
  }

  @Test
  void onTheCommandLineItIsRelativeToTheWorkingFolder() throws IOException {
    write(20);
    Path faces = folder.resolve("data/faces");
    Path relative = Path.of("").toAbsolutePath().relativize(faces);

    assertThat(
            SpecFixture.planned(folder, SPEC.replace("data/faces", "none"), "data.path=" + relative)
                .plan()
                .data()
                .path())
        .isEqualTo(faces.toString());
  }

  @Test
  void theKeptSpecFindsTheFilesFromAnyFolder(@TempDir Path elsewhere) throws IOException {
    write(20);
    PlannedRun planned = SpecFixture.planned(folder, SPEC);
    Path kept = SpecFixture.file(elsewhere, "spec.yaml", planned.specText());

    assertThat(Planner.plan(kept, List.of()).plan()).isEqualTo(planned.plan());
  }

  @Test
  void namesAndFolderAreParams() throws IOException {
    write(20);
    PlannedRun planned =
        SpecFixture.planned(folder, SPEC.replace("faces}", "faces, classes: [no, yes]}"));

    assertThat(planned.plan().data().facts().classNames()).containsExactly("no", "yes");
    assertThat(planned.settings().get("data.classes").value()).isEqualTo("[no, yes]");
    assertThat(planned.settings().get("data.path").value())
        .isEqualTo(folder.resolve("data/faces").toString());
    assertThat(SpecFixture.planned(folder, SpecFixture.GOOD).settings())
        .doesNotContainKey("data.classes");
  }

  @Test
  void aBrokenFileIsSaidWithTheSpecsOtherProblems() throws IOException {
    write(20);
    Path labels = folder.resolve("data/faces/labels");
    Files.delete(labels);

    assertThat(problems(folder, SPEC.replace("batchSize: 4", "batchSize: 0")))
        .containsExactly(
            "data/faces/images: has no file of labels beside it; name it like this one, with labels in"
                + " its name",
            "7:23: training.batchSize must be at least 1 but was 0");
  }

  @Test
  void whatOwnDataCannotHaveIsRefused() throws IOException {
    write(20);
    assertThat(problems(folder, SPEC.replace(", path: data/faces", "")))
        .containsExactly(
            "2:7: data.path is missing: the dataset idx is files of one's own; name their folder,"
                + " relative to this spec");
    assertThat(problems(folder, SPEC.replace("faces}", "faces, fallback: digits}")))
        .containsExactly(
            "2:50: data.fallback must be left out with idx: files of one's own that are missing or"
                + " broken are an error, and nothing stands in for them; leave it out");
    assertThat(problems(folder, SPEC.replace("faces}", "faces, classes: [a, a]}")))
        .containsExactly("2:49: data.classes must name each class once but has \"a\" twice");
    assertThat(problems(folder, SpecFixture.GOOD.replace("digits\n", "digits\n  fallback: npy\n")))
        .containsExactly(
            "5:13: data.fallback must be a dataset that needs no files of one's own but was npy;"
                + " write digits");
    assertThat(
            problems(folder, SpecFixture.GOOD.replace("digits\n", "digits\n  classes: [a, b]\n")))
        .containsExactly("5:12: data.classes must be left out: the classes of digits have names");
  }

  @Test
  void whatHasNoEffectIsRefused() throws IOException {
    String digits = SpecFixture.GOOD;
    String mnist = digits.replace("dataset: digits", "dataset: mnist");
    assertThat(problems(folder, digits.replace("digits\n", "digits\n  path: faces\n")))
        .containsExactly(
            "5:9: data.path has no effect with digits, which are drawn and not read; leave it out,"
                + " or name the dataset that lies there");
    assertThat(problems(folder, mnist.replace("mnist\n", "mnist\n  seed: 3\n")))
        .containsExactly(
            "5:9: data.seed has no effect with mnist: only digits are drawn; leave it out; what is"
                + " drawn of a run follows seed and seeds");

    String both = mnist.replace("mnist\n", "mnist\n  path: faces\n  seed: 3\n  fallback: digits\n");
    assertThat(SpecFixture.planned(folder, both).plan().data().digitsSeed()).isEqualTo(3);
  }

  @Test
  void theCommandLineMayNameTheFolderThatASpecWithVariantsLacks() throws IOException {
    write(20);
    String variants = "variants: {wide: {training.epochs: 2}, broken: {training.epochs: 0}}\n";
    String pathless = SPEC.replace(", path: data/faces", "");
    String path = "data.path=" + folder.resolve("data/faces");

    String sound = variants.replace("epochs: 0", "epochs: 3");
    assertThat(SpecFixture.planned(folder, pathless + sound, path).plan().training().epochs())
        .isPositive();
    assertThat(
            SpecFixture.planned(folder, pathless + sound, path, "variant=wide")
                .plan()
                .training()
                .epochs())
        .isEqualTo(2);
    assertThat(problems(folder, pathless + variants, path))
        .containsExactly("8:66: variant broken: training.epochs must be at least 1 but was 0");
  }

  @Test
  void variantsOfOneFolderOpenItOnce() throws IOException {
    write(20);
    DataFolders folders = new DataFolders();
    String faces = folder.resolve("data/faces").toString();

    assertThat(folders.open(DatasetName.IDX, faces)).isSameAs(folders.open(DatasetName.IDX, faces));
  }

  @Test
  void anOutputForMoreClassesThanThereAreIsRefused() throws IOException {
    write(20);
    assertThat(problems(folder, SPEC.replace("type: output", "type: output, nOut: 11")))
        .containsExactly(
            "6:39: network.layers.out.nOut must be 2, the classes of the dataset, but was 11;"
                + " leave it out");
  }

  @Test
  void tooFewImagesForThreeSplitsAreRefused() throws IOException {
    write(4);
    assertThat(problems(folder, SPEC))
        .containsExactly("2:7: data.split.test leaves no image in the split: the dataset has 4");
  }

  @Test
  void npyIsPlannedAlike() throws IOException {
    assertThat(problems(folder, SPEC.replace("dataset: idx", "dataset: npy")))
        .containsExactly(
            "data/faces: does not exist; check data.path, which is relative to its spec");
    assertThat(DatasetName.NPY.known()).isEmpty();
  }

  private RunPlan plan(String spec) throws IOException {
    return SpecFixture.planned(folder, spec).plan();
  }

  /** So many images of 3×5×7, of two classes by turns. */
  private void write(int n) throws IOException {
    Path faces = Files.createDirectories(folder.resolve("data/faces"));
    ByteBuffer images = ByteBuffer.allocate(20 + n * 105).putInt(0x804).putInt(n);
    images.putInt(3).putInt(5).putInt(7);
    ByteBuffer labels = ByteBuffer.allocate(8 + n).putInt(0x801).putInt(n);
    for (int i = 0; i < n; i++) {
      labels.put((byte) (i % 2));
    }
    Files.write(faces.resolve("images"), images.array());
    Files.write(faces.resolve("labels"), labels.array());
  }
}
