package dev.epochal.engine.dataset;

import dev.epochal.core.data.IdxFile;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The two of MNIST's four files that are split. The checksums are of the unpacked bytes, taken from
 * the files that the dataset's author published.
 *
 * @param stem its name without {@code .gz}
 * @param rank number of dimensions
 */
record MnistFile(String stem, int rank, String sha256) {
  static final MnistFile IMAGES =
      new MnistFile(
          "train-images-idx3-ubyte",
          3,
          "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");

  static final MnistFile LABELS =
      new MnistFile(
          "train-labels-idx1-ubyte",
          1,
          "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");

  /** Its name on mirrors and in the cache. */
  String archive() {
    return stem + ".gz";
  }

  /** The file in a folder, gzipped or plain. */
  Optional<Path> in(Path folder) {
    return List.of(folder.resolve(archive()), folder.resolve(stem)).stream()
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * Reads and checks it.
   *
   * @throws InvalidInputException if it is not MNIST's to the byte
   */
  IdxFile read(Path file) {
    IdxFile idx = IdxFile.read(file, rank);
    if (!idx.sha256().equals(sha256)) {
      throw new InvalidInputException(
          new Problem(
              file.toString(),
              "",
              "is not MNIST's "
                  + stem
                  + ": its unpacked SHA-256 is "
                  + idx.sha256()
                  + " but must be "
                  + sha256,
              null));
    }
    return idx;
  }
}
