package dev.epochal.core.data;

import static dev.epochal.core.data.OwnFiles.bytes;
import static dev.epochal.core.data.OwnFiles.counting;
import static dev.epochal.core.data.OwnFiles.floats;
import static dev.epochal.core.data.OwnFiles.gzip;
import static dev.epochal.core.data.OwnFiles.idx;
import static dev.epochal.core.data.OwnFiles.joined;
import static dev.epochal.core.data.OwnFiles.longs;
import static dev.epochal.core.data.OwnFiles.npy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.epochal.core.problem.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Datasets of one's own that are broken: each is refused by name, with the rule and a remedy. */
final class BadImageFolderTest {
  private static final byte[] IDX_IMAGES = idx(counting(12), OwnFiles.IMAGES, 2, 2, 3);
  private static final byte[] IDX_LABELS = idx(bytes(0, 1), OwnFiles.LABELS, 2);
  private static final byte[] NPY_IMAGES = npy("|u1", "(2, 2, 3)", counting(12));
  private static final byte[] NPY_LABELS = npy("<i8", "(2,)", longs(0, 1));

  /** Whole files with something in their place, the file that is to be blamed, and what is said. */
  private record Bad(String what, Map<String, byte[]> files, String blamed, String message) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Bad idxImages(String what, byte[] images, String message) {
    return new Bad(what, Map.of("images", images, "labels", IDX_LABELS), "/images", message);
  }

  private static Bad idxLabels(String what, byte[] labels, String message) {
    return new Bad(what, Map.of("images", IDX_IMAGES, "labels", labels), "/labels", message);
  }

  private static Bad npyImages(String what, byte[] images, String message) {
    return new Bad(
        what, Map.of("images.npy", images, "labels.npy", NPY_LABELS), "/images.npy", message);
  }

  private static Bad npyLabels(String what, byte[] labels, String message) {
    return new Bad(
        what, Map.of("images.npy", NPY_IMAGES, "labels.npy", labels), "/labels.npy", message);
  }

  private static Bad names(String what, String classes, String message) {
    return new Bad(
        what,
        Map.of(
            "images",
            IDX_IMAGES,
            "labels",
            IDX_LABELS,
            "classes.txt",
            classes.getBytes(StandardCharsets.ISO_8859_1)),
        "/classes.txt",
        message);
  }

  @SuppressWarnings("unused") // by FieldSource
  private static final List<Bad> BAD =
      List.of(
          new Bad("an empty folder", Map.of(), "", "must hold an IDX file of images (*images*)"),
          new Bad(
              "images without labels",
              Map.of("a-images", IDX_IMAGES),
              "/a-images",
              "has no file of labels beside it; name it like this one"),
          new Bad(
              "labels without images",
              Map.of("images", IDX_IMAGES, "labels", IDX_LABELS, "b-labels", IDX_LABELS),
              "/b-labels",
              "has no file of images beside it"),
          new Bad(
              "two files of one name",
              Map.of("images.a", IDX_IMAGES, "images.b", IDX_IMAGES, "labels", IDX_LABELS),
              "/images.b",
              "and images.a are both images of one name; remove one"),
          new Bad(
              "pairs of two shapes",
              Map.of(
                  "images",
                  IDX_IMAGES,
                  "labels",
                  IDX_LABELS,
                  "more-images",
                  idx(counting(8), OwnFiles.IMAGES, 2, 2, 2),
                  "more-labels",
                  IDX_LABELS),
              "/more-images",
              "holds images of another shape, [2, 2], than images, [2, 3]"),
          idxImages("a wrong magic", idx(counting(12), 0x903, 2, 2, 3), "it holds signed bytes"),
          idxImages("floats", idx(counting(48), 0xd03, 2, 2, 3), "it holds 32-bit floats"),
          idxImages("text", "not an image at all".getBytes(StandardCharsets.UTF_8), "magic"),
          idxImages("nothing", new byte[0], "is too short: the header needs 16 bytes"),
          idxImages("a cut file", Arrays.copyOf(IDX_IMAGES, 20), "needs 12 bytes but 4 are there"),
          idxImages(
              "more than promised", joined(IDX_IMAGES, bytes(1)), "holds more than its header"),
          idxImages("no rows", idx(new byte[0], OwnFiles.IMAGES, 2, 0, 3), "impossible size"),
          idxImages("no images", idx(new byte[0], OwnFiles.IMAGES, 0, 2, 3), "impossible size"),
          idxImages(
              "a size beyond 64 bits",
              idx(counting(12), OwnFiles.CHANNELS, 1 << 30, 1 << 30, 1 << 30, 1 << 30),
              "impossible size"),
          idxImages(
              "a size beyond what packing can give",
              gzip(idx(counting(12), OwnFiles.IMAGES, 2_000_000, 28, 28)),
              "is too short"),
          idxImages(
              "cut gzip",
              Arrays.copyOf(gzip(IDX_IMAGES), 20),
              "is not a whole gzip file (it is cut); download or pack it anew"),
          idxImages(
              "bytes behind gzip",
              joined(gzip(IDX_IMAGES), bytes(1, 2, 3)),
              "is not a whole gzip file (other bytes follow its end)"),
          idxImages(
              "gzip behind gzip",
              joined(gzip(IDX_IMAGES), gzip(bytes(1))),
              "holds more than its header says"),
          idxLabels("images as labels", IDX_IMAGES, "0x00000801 (unsigned bytes, 1 dimension)"),
          idxLabels(
              "too few labels",
              idx(bytes(0), OwnFiles.LABELS, 1),
              "must hold a label for each of the 2 images of images but holds 1"),
          new Bad(
              "a single class",
              Map.of("images", IDX_IMAGES, "labels", idx(bytes(0, 0), OwnFiles.LABELS, 2)),
              "",
              "must hold images of at least 2 classes but every label is 0"),
          names("too few names", "only\n", "must name at least 2 classes but names 1"),
          names("a name twice", "a\nb\na\n", "must name each class once but has \"a\" twice"),
          names("an empty name", "a\n\nb\n", "must give class 1 a name of 1 to 100"),
          names("a control character", "a\nb\u0007\n", "must give class 1 a name"),
          names("a word of metrics", "a\nmacro\n", "must not name a class macro"),
          names("no UTF-8", "a\n\u00ff\n", "must be UTF-8 text; save it as UTF-8"),
          new Bad(
              "a label without a name",
              Map.of(
                  "images",
                  IDX_IMAGES,
                  "labels",
                  idx(bytes(0, 2), OwnFiles.LABELS, 2),
                  "classes.txt",
                  bytes('a', '\n', 'b')),
              "",
              "must hold labels from 0 to 1, the last of its 2 classes, but row 1 is of class 2"),
          new Bad("no images", Map.of("labels.npy", NPY_LABELS), "/images.npy", "does not exist"),
          new Bad("no labels", Map.of("images.npy", NPY_IMAGES), "/labels.npy", "does not exist"),
          npyImages("no NumPy", bytes(1, 2, 3), "is not a NumPy file; write it with numpy.save"),
          npyImages("a version of later", version(4), "must be of version 1, 2 or 3"),
          npyImages("a cut header", Arrays.copyOf(NPY_IMAGES, 40), "it ends within its header"),
          npyImages("a header of 4 GB", hugeHeader(), "but at most 10000 are read"),
          npyImages("no header", npy("{'a': 1}", counting(12)), "a header that is not NumPy's"),
          npyImages(
              "a cut array",
              Arrays.copyOf(NPY_IMAGES, NPY_IMAGES.length - 1),
              "is cut or damaged: shape (2, 2, 3) needs 12 bytes but 11 are there"),
          npyImages("trailing bytes", joined(NPY_IMAGES, bytes(1)), "needs 12 bytes but 13"),
          npyImages(
              "Fortran order",
              npy("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 2, 3), }", counting(12)),
              "is in Fortran order but must be in C order; save numpy.ascontiguousarray(a)"),
          npyImages("big-endian", npy(">f4", "(2, 2, 3)", counting(48)), "save a.astype('<f4')"),
          npyImages(
              "pickled objects",
              npy("|O", "(2, 2, 3)", counting(96)),
              "Python objects are pickled, and never loaded"),
          npyImages(
              "fields",
              npy(
                  "{'descr': [('a', '<i4')], 'fortran_order': False, 'shape': (2, 2, 3), }",
                  counting(48)),
              "holds values of type several fields"),
          npyImages(
              "whole numbers", npy("<i4", "(2, 2, 3)", counting(48)), "save a.astype('uint8')"),
          npyImages("one dimension", npy("|u1", "(12,)", counting(12)), "but has (12,)"),
          npyImages("five", npy("|u1", "(2, 1, 1, 2, 3)", counting(12)), "but has (2, 1, 1, 2, 3)"),
          npyImages("no pixel", npy("|u1", "(2, 0, 3)", new byte[0]), "at least one pixel"),
          npyImages(
              "channels last",
              npy("|u1", "(2, 8, 8, 3)", new byte[384]),
              "must have its channels before height and width but has the shape (2, 8, 8, 3);"
                  + " save a.transpose(0, 3, 1, 2)"),
          npyImages(
              "a shape beyond 64 bits",
              npy("|u1", "(99999999999, 99999999999, 3)", counting(12)),
              "is cut or damaged: shape (99999999999, 99999999999, 3) needs"),
          npyImages(
              "a dimension beyond 32 bits beside an empty one",
              npy("|u1", "(0, 99999999999, 3)", new byte[0]),
              "has a dimension beyond 2147483647"),
          npyImages(
              "NaN",
              npy("<f4", "(2, 1, 1)", floats(0, Float.NaN)),
              "must hold finite numbers but image 1 holds NaN"),
          npyImages(
              "infinity",
              npy("<f4", "(2, 1, 1)", floats(Float.NEGATIVE_INFINITY, 1)),
              "must hold finite numbers but image 0 holds -Infinity"),
          npyImages(
              "negative floats",
              npy("<f4", "(2, 1, 1)", floats(-1, 1)),
              "must hold the 256 levels of a pixel, as 0 to 255 or divided by 255, but image 0 holds"
                  + " -1.0; scale it to 0 to 255, round, and save a.astype('uint8')"),
          npyImages("no level", npy("<f4", "(2, 1, 1)", floats(0.3f, 1)), "but image 0 holds 0.3"),
          npyImages("no whole", npy("<f4", "(2, 1, 1)", floats(7, 7.5f)), "but image 1 holds 7.5"),
          npyLabels(
              "a count", npy("<i8", "(3,)", longs(0, 1, 0)), "each of the 2 images of images.npy"),
          npyLabels(
              "negative", npy("<i8", "(2,)", longs(0, -1)), "from 0 to 999 but row 1 holds -1"),
          npyLabels(
              "huge", npy("<i8", "(2,)", longs(1L << 40, 0)), "but row 0 holds 1099511627776"),
          npyLabels("floats", npy("<f4", "(2,)", floats(0, 1)), "save a.astype('int32')"),
          npyLabels("one-hot", npy("|u1", "(2, 2)", bytes(1, 0, 0, 1)), "save a.argmax(1)"),
          npyLabels("a column", npy("|u1", "(2, 1)", bytes(1, 0)), "save a.ravel()"));

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @FieldSource("BAD")
  void isRefused(Bad bad) throws IOException {
    for (Map.Entry<String, byte[]> file : bad.files().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    boolean npy = bad.files().keySet().stream().anyMatch(name -> name.endsWith(".npy"));

    assertThat(catchThrowable(() -> read(npy)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(folder + bad.blamed() + ": ")
        .hasMessageContaining(bad.message());
  }

  @Test
  void aFolderThatIsNoFolderIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Path loop = folder.resolve("loop");
    Files.createSymbolicLink(loop, loop);

    assertThat(catchThrowable(() -> ImageFolder.idx(folder.resolve("none"))))
        .hasMessageContaining("none: does not exist; check data.path");
    assertThat(catchThrowable(() -> ImageFolder.npy(file)))
        .hasMessageContaining("file: is a file but must be a folder");
    assertThat(catchThrowable(() -> ImageFolder.idx(loop)))
        .hasMessageContaining("loop: is a symbolic link that leads in a circle");
  }

  @Test
  void whatIsNoPlainFileIsNamed() throws IOException {
    Files.write(folder.resolve("labels"), IDX_LABELS);
    Path images = folder.resolve("images");
    Files.createDirectory(images);
    assertThat(catchThrowable(() -> read(false)))
        .hasMessage(images + ": is a folder but must be a file");
    Files.delete(images);
    Files.createSymbolicLink(images, images);
    assertThat(catchThrowable(() -> read(false)))
        .hasMessage(images + ": is a symbolic link that leads in a circle; link it anew");
    Files.delete(images);
    Files.createSymbolicLink(images, Path.of("/dev/zero"));
    assertThat(catchThrowable(() -> read(false)))
        .hasMessage(images + ": is a device or a pipe but must be a plain file");
    Files.delete(images);
    Files.createSymbolicLink(images, folder.resolve("gone"));
    assertThat(catchThrowable(() -> read(false)))
        .hasMessageStartingWith(images + ": does not exist");
  }

  /** Root may read everything, so the words are tested without a file. */
  @Test
  void whatMayNotBeReadIsSaidSo() {
    assertThat(DataFile.unreadable(folder, new java.nio.file.AccessDeniedException("images")))
        .hasMessage(folder + ": may not be read by this user; chmod +r, or ask its owner");
  }

  @Test
  void whatWouldFillTheMemoryIsRefusedBeforeItIsRead() {
    long heap = Runtime.getRuntime().maxMemory();

    assertThat(catchThrowable(() -> DataFile.checkRoom(folder, heap / 3)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("but this program's memory has room for");
  }

  private void read(boolean npy) {
    ImageFolder own = npy ? ImageFolder.npy(folder) : ImageFolder.idx(folder);
    own.read(own.facts(null));
  }

  private static byte[] version(int version) {
    byte[] file = NPY_IMAGES.clone();
    file[6] = (byte) version;
    return file;
  }

  private static byte[] hugeHeader() {
    byte[] file = version(2);
    Arrays.fill(file, 8, 12, (byte) 0xff);
    return file;
  }
}
