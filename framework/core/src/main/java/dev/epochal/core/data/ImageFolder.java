package dev.epochal.core.data;

import dev.epochal.core.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that holds a dataset of one's own. Opening it reads headers, labels and names, and
 * checks what they say; the pixels are read when they are asked for.
 */
public final class ImageFolder {
  /** More than that is no classification as this program's matrices and metrics show it. */
  static final int MOST_CLASSES = 1_000;

  private final Path folder;
  private final ImageSource source;
  private final int[] labels;

  private ImageFolder(Path folder, ImageSource source) {
    this.folder = folder;
    this.source = source;
    this.labels = source.labels();
  }

  /**
   * A folder of IDX pairs.
   *
   * @throws InvalidInputException naming the file that is missing or broken
   */
  public static ImageFolder idx(Path folder) {
    return new ImageFolder(folder, new IdxPairs(folder, files(folder)));
  }

  /**
   * A folder with {@code images.npy} and {@code labels.npy}.
   *
   * @throws InvalidInputException naming the file that is missing or broken
   */
  public static ImageFolder npy(Path folder) {
    files(folder);
    return new ImageFolder(folder, new NpyPair(folder));
  }

  /**
   * What it holds.
   *
   * @param given names of the classes; null for those of {@code classes.txt}, else their numbers
   * @throws InvalidInputException if a label has no name, or if there is but one class
   */
  public DatasetFacts facts(@Nullable List<String> given) {
    int used = Arrays.stream(labels).max().orElse(0) + 1;
    List<String> names =
        given != null ? given : ClassNames.in(folder).orElseGet(() -> ClassNames.numbered(used));
    ClassNames.nameless(folder, labels, names)
        .ifPresent(
            problem -> {
              throw problem;
            });
    if (names.size() < 2) {
      throw DataFile.broken(
          folder,
          "must hold images of at least 2 classes but every label is 0",
          "name a second class in data.classes if it has no image yet");
    }
    return new DatasetFacts(labels.length, source.shape(), names);
  }

  /**
   * Reads everything.
   *
   * @param expected what was found when the run was planned
   * @throws InvalidInputException if it is no longer that, or if a file is broken
   */
  public LabeledImages read(DatasetFacts expected) {
    if (!facts(expected.classNames()).equals(expected)) {
      throw DataFile.broken(
          folder,
          "holds %d images of %s but held %d of %s when the run was planned"
              .formatted(labels.length, source.shape(), expected.n(), expected.shape()),
          "plan the run anew");
    }
    return new LabeledImages(source.shape(), source.pixels(), labels, expected.classNames());
  }

  /** What a pixel is in the files: {@code uint8}. */
  public String pixelType() {
    return source.pixelType();
  }

  /** What it is made of, a line for each pair of files. */
  public List<String> parts() {
    return source.parts();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (java.nio.file.NotDirectoryException e) {
      throw DataFile.broken(
          folder, "is a file but must be a folder", "name the folder that it is in");
    } catch (IOException e) {
      throw DataFile.unreadable(folder, e);
    }
  }
}
