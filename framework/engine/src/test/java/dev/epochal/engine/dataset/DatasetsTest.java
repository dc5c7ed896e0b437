package dev.epochal.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.data.DatasetFacts;
import dev.epochal.core.data.ImageFolder;
import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import dev.epochal.core.plan.DataPlan;
import dev.epochal.core.plan.DatasetName;
import dev.epochal.core.plan.Normalization;
import dev.epochal.core.plan.SplitPlan;
import dev.epochal.engine.dataset.digits.DigitsGenerator;
import dev.epochal.engine.dataset.digits.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data as a plan asks for them. */
final class DatasetsTest {
  private final Heard heard = new Heard();

  @TempDir Path folder;

  /** The images that are drawn are those that drawing all of them gives. */
  @Test
  void onlyTheDigitsThatASplitUsesAreDrawnAndTheyAreTheSame() {
    SplitPlan.Sizes used = new SplitPlan.Sizes(30, 20, 10);
    SplitPlan.Fractions shares = new SplitPlan.Fractions(0.8, 0.1, 0.1);
    DatasetFacts facts = DatasetName.DIGITS.known().orElseThrow();
    SplitPlan split = new SplitPlan(shares, shares.cut(facts.n()), used, true);
    PreparedData data =
        datasets()
            .prepare(
                new DataPlan(
                    DatasetName.DIGITS, facts, null, null, 0, split, new Normalization.Unit()),
                7);

    DigitsGenerator generator = new DigitsGenerator(0);
    byte[] pixels = data.images().pixels();
    boolean[] expected = new boolean[facts.n()];
    for (Split part : Split.values()) {
      for (int row : data.splits().of(part)) {
        expected[row] = true;
        assertThat(Arrays.copyOfRange(pixels, row * 784, (row + 1) * 784))
            .isEqualTo(generator.image(Part.TRAIN, row));
        assertThat(data.images().labels()[row]).isEqualTo(generator.label(Part.TRAIN, row));
      }
    }
    for (int row = 0; row < facts.n(); row++) {
      assertThat(drawn(pixels, row)).as("row %d", row).isEqualTo(expected[row]);
    }
  }

  @Test
  void aClassThatTrainingNeverSeesIsSaid() throws IOException {
    write(
        "images.npy",
        out -> {
          NpyFile.beginBytes(out, 8, 1, 1);
          out.write(new byte[8]);
        });
    write("labels.npy", out -> NpyFile.writeInts(out, new int[] {0, 2, 0, 2, 0, 2, 0, 2}, 8));
    DatasetFacts facts = ImageFolder.npy(folder).facts(List.of("a", "b", "c"));
    PreparedData data = datasets().prepare(own(facts), 1);

    assertThat(heard.sentences)
        .containsExactly("train has no image of class \"b\", which therefore cannot be learnt");
    assertThat(data.record().source()).isEqualTo(folder.toString());
    // Eight blank images are one image, in all three splits.
    assertThat(data.record().inTwoSplits()).isEqualTo(1);
    assertThat(data.duplicates().get(0).items()).hasSize(8);
  }

  private DataPlan own(DatasetFacts facts) {
    return new DataPlan(
        DatasetName.NPY,
        facts,
        folder.toString(),
        null,
        0,
        TinyData.sizes(4, 2, 2),
        new Normalization.Unit());
  }

  private Datasets datasets() {
    return new Datasets(new DataLocations(null, folder.resolve("cache")), heard);
  }

  private static boolean drawn(byte[] pixels, int row) {
    for (int i = row * 784; i < (row + 1) * 784; i++) {
      if (pixels[i] != 0) {
        return true;
      }
    }
    return false;
  }

  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  private void write(String name, Content content) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      content.to(out);
    }
  }
}
