package dev.epochal.engine.dataset;

import dev.epochal.core.data.IdxFile;
import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.plan.DatasetName;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * MNIST, found in this order: the plan's path, {@code EPOCHAL_DATA/mnist}, the cache, a mirror. A
 * file that the user pointed to and that is broken is an error; one in the cache is fetched again.
 */
final class Mnist {
  private final DataLocations locations;
  private final Downloader downloader;
  private final MnistFile imagesFile;
  private final MnistFile labelsFile;

  Mnist(DataLocations locations, Downloader downloader) {
    this(locations, downloader, MnistFile.IMAGES, MnistFile.LABELS);
  }

  /** For tests, which have no MNIST: other files of the same form. */
  Mnist(
      DataLocations locations, Downloader downloader, MnistFile imagesFile, MnistFile labelsFile) {
    this.locations = locations;
    this.downloader = downloader;
    this.imagesFile = imagesFile;
    this.labelsFile = labelsFile;
  }

  /**
   * @throws InvalidInputException if the files that the user points to are missing or broken
   * @throws DatasetUnavailableException if it is nowhere here and no mirror gives it
   */
  FoundDataset find(@Nullable String path) {
    if (path != null) {
      return inFolder(Path.of(path), "data.path");
    }
    Path data = locations.data();
    if (data != null && Files.isDirectory(data.resolve("mnist"))) {
      return inFolder(data.resolve("mnist"), "EPOCHAL_DATA");
    }
    return cached();
  }

  private FoundDataset inFolder(Path folder, String saidBy) {
    return new FoundDataset(
        images(file(imagesFile, folder, saidBy), file(labelsFile, folder, saidBy)),
        folder.toString());
  }

  private static IdxFile file(MnistFile file, Path folder, String saidBy) {
    Path found =
        file.in(folder)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        new Problem(
                            folder.toString(),
                            "",
                            "(named by "
                                + saidBy
                                + ") must hold "
                                + file.archive()
                                + " (or the same unpacked) but does not",
                            "put MNIST's files there or name another folder")));
    return file.read(found);
  }

  private FoundDataset cached() {
    Path folder = locations.cache().resolve("mnist");
    return new FoundDataset(
        images(fetched(imagesFile, folder), fetched(labelsFile, folder)), folder.toString());
  }

  private IdxFile fetched(MnistFile file, Path folder) {
    Path target = folder.resolve(file.archive());
    if (Files.isRegularFile(target)) {
      try {
        return file.read(target);
      } catch (InvalidInputException broken) {
        downloader.say("the cached " + broken.getMessage() + "; fetching it again");
      }
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new DatasetUnavailableException("cannot make the cache folder " + folder + ": " + e, e);
    }
    return downloader.fetch(file, target);
  }

  private static LabeledImages images(IdxFile images, IdxFile labels) {
    int[] classes = new int[labels.n()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = labels.data()[i];
    }
    return new LabeledImages(
        DatasetName.MNIST.shape(), images.data(), classes, DatasetName.MNIST.classNames());
  }
}
