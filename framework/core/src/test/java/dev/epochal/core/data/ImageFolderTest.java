package dev.epochal.core.data;

import static dev.epochal.core.data.OwnFiles.bytes;
import static dev.epochal.core.data.OwnFiles.counting;
import static dev.epochal.core.data.OwnFiles.floats;
import static dev.epochal.core.data.OwnFiles.gzip;
import static dev.epochal.core.data.OwnFiles.idx;
import static dev.epochal.core.data.OwnFiles.longs;
import static dev.epochal.core.data.OwnFiles.npy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets of one's own that are as they should be. */
final class ImageFolderTest {
  @TempDir Path folder;

  @Test
  void anIdxPairOfAnyShapeIsReadAsItIs() throws IOException {
    write("my-images.idx", idx(counting(3 * 3 * 2 * 4), OwnFiles.CHANNELS, 3, 3, 2, 4));
    write("my-labels.idx", idx(bytes(1, 0, 1), OwnFiles.LABELS, 3));
    ImageFolder own = ImageFolder.idx(folder);
    DatasetFacts facts = own.facts(null);

    assertThat(facts).isEqualTo(new DatasetFacts(3, new ImageShape(3, 2, 4), List.of("0", "1")));
    LabeledImages images = own.read(facts);
    assertThat(images.labels()).containsExactly(1, 0, 1);
    assertThat(images.pixels()).isEqualTo(counting(72));
    assertThat(own.pixelType()).isEqualTo("uint8");
    assertThat(own.parts()).containsExactly("my-images.idx, my-labels.idx: 3 images");
  }

  @Test
  void severalPairsAreOneDatasetTrainFirst() throws IOException {
    write("t10k-images-idx3-ubyte.gz", gzip(idx(bytes(7, 7), OwnFiles.IMAGES, 1, 1, 2)));
    write("t10k-labels-idx1-ubyte.gz", gzip(idx(bytes(2), OwnFiles.LABELS, 1)));
    write("train-images-idx3-ubyte", idx(bytes(1, 1, 2, 2), OwnFiles.IMAGES, 2, 1, 2));
    write("train-labels-idx1-ubyte", idx(bytes(0, 1), OwnFiles.LABELS, 2));
    write("README", bytes('x'));
    ImageFolder own = ImageFolder.idx(folder);
    LabeledImages images = own.read(own.facts(null));

    assertThat(images.labels()).containsExactly(0, 1, 2);
    assertThat(images.pixels()).containsExactly(1, 1, 2, 2, 7, 7);
    assertThat(own.parts()).hasSize(2).first().asString().startsWith("train-images");
  }

  @Test
  void ofAFileAndTheSamePackedThePackedOneIsRead() throws IOException {
    write("images", idx(bytes(9, 9), OwnFiles.IMAGES, 2, 1, 1));
    write("images.gz", gzip(idx(bytes(1, 2), OwnFiles.IMAGES, 2, 1, 1)));
    write("labels", idx(bytes(0, 1), OwnFiles.LABELS, 2));
    ImageFolder own = ImageFolder.idx(folder);

    assertThat(own.read(own.facts(null)).pixels()).containsExactly(1, 2);
  }

  @Test
  void labelsOfIdxGoTo255() throws IOException {
    write("images", idx(bytes(1, 2), OwnFiles.IMAGES, 2, 1, 1));
    write("labels", idx(bytes(255, 0), OwnFiles.LABELS, 2));

    assertThat(ImageFolder.idx(folder).facts(null).classes()).isEqualTo(256);
  }

  @Test
  void npyImagesOfThreeOrFourDimensionsAreRead() throws IOException {
    write("labels.npy", npy("<i8", "(2,)", longs(0, 1)));
    write("images.npy", npy("|u1", "(2, 2, 3)", counting(12)));
    assertThat(ImageFolder.npy(folder).facts(null).shape()).isEqualTo(new ImageShape(1, 2, 3));
    write("images.npy", npy("|u1", "(2, 3, 2, 1)", counting(12)));
    assertThat(ImageFolder.npy(folder).facts(null).shape()).isEqualTo(new ImageShape(3, 2, 1));
    ImageFolder own = ImageFolder.npy(folder);
    assertThat(own.read(own.facts(null)).pixels()).isEqualTo(counting(12));
  }

  @Test
  void labelsOfEveryWholeTypeAreRead() throws IOException {
    write("images.npy", npy("|u1", "(2, 1, 1)", bytes(0, 1)));
    for (String type : new String[] {"|u1", "|i1", "<u2", "<i2", "<u4", "<i4", "<u8", "<i8"}) {
      byte[] data = new byte[2 * (type.charAt(2) - '0')];
      data[data.length / 2] = 5;
      write("labels.npy", npy(type, "(2,)", data));
      ImageFolder own = ImageFolder.npy(folder);
      assertThat(own.read(own.facts(null)).labels()).as(type).containsExactly(0, 5);
    }
  }

  @Test
  void floatsOf256LevelsLoseNothing() throws IOException {
    float[] unit = new float[256];
    float[] whole = new float[256];
    for (int i = 0; i < 256; i++) {
      unit[i] = i / 255f;
      whole[i] = i;
    }
    write("labels.npy", npy("<i8", "(2,)", longs(0, 1)));
    for (float[] values : new float[][] {unit, whole}) {
      write("images.npy", npy("<f4", "(2, 8, 16)", floats(values)));
      ImageFolder own = ImageFolder.npy(folder);
      assertThat(own.read(own.facts(null)).pixels()).isEqualTo(counting(256));
      assertThat(own.pixelType()).isEqualTo("float32");
    }
  }

  @Test
  void namesOfClassesComeFromTheSpecElseFromTheFolderElseTheyAreNumbers() throws IOException {
    twoImages();
    assertThat(names(null)).containsExactly("0", "1");
    Files.writeString(folder.resolve("classes.txt"), "\ufeffcat\r\ngreat dog\nästling\n\n");
    assertThat(names(null)).containsExactly("cat", "great dog", "ästling");
    assertThat(names(List.of("a", "b"))).containsExactly("a", "b");
  }

  @Test
  void filesThatChangedSinceTheRunWasPlannedAreRefused() throws IOException {
    twoImages();
    DatasetFacts planned = ImageFolder.idx(folder).facts(null);
    write("images", idx(bytes(1, 2, 3), OwnFiles.IMAGES, 3, 1, 1));
    write("labels", idx(bytes(0, 1, 0), OwnFiles.LABELS, 3));

    assertThatThrownBy(() -> ImageFolder.idx(folder).read(planned))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            folder
                + ": holds 3 images of [1, 1, 1] but held 2 of [1, 1, 1] when the run was planned;"
                + " plan the run anew");
  }

  private List<String> names(List<String> given) {
    return ImageFolder.idx(folder).facts(given).classNames();
  }

  private void twoImages() throws IOException {
    write("images", idx(bytes(1, 2), OwnFiles.IMAGES, 2, 1, 1));
    write("labels", idx(bytes(0, 1), OwnFiles.LABELS, 2));
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }
}
