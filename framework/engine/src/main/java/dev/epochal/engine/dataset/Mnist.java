package dev.epochal.engine.dataset;

import dev.epochal.core.data.DatasetFacts;
import dev.epochal.core.data.IdxFile;
import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.plan.DatasetName;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
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

  /** Where it is looked for on this machine, when the plan names no path. */
  static List<Path> folders(DataLocations locations) {
    Path cache = locations.cache().resolve("mnist");
    Path data = locations.data();
    return data == null ? List.of(cache) : List.of(data.resolve("mnist"), cache);
  }

  private FoundDataset inFolder(Path folder, String saidBy) {
    return FoundDataset.whole(
        origin(folder), images(file(imagesFile, folder, saidBy), file(labelsFile, folder, saidBy)));
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
    return FoundDataset.whole(
        origin(folder), images(fetched(imagesFile, folder), fetched(labelsFile, folder)));
  }

  private IdxFile fetched(MnistFile file, Path folder) {
    Path target = folder.resolve(file.archive());
    String broken = null;
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      try {
        return file.read(target);
      } catch (InvalidInputException e) {
        broken = e.problems().get(0).rule();
        downloader.say("the cached " + target + " " + broken + "; fetching it again");
      }
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw Downloader.cannotKeep(folder, e);
    }
    try {
      return downloader.fetch(file, folder);
    } catch (DatasetUnavailableException e) {
      throw broken == null
          ? e
          : new DatasetUnavailableException(
              "the cached %s %s, and a whole one could not be had: %s"
                  .formatted(target, broken, e.getMessage()),
              e);
    }
  }

  private DataOrigin origin(Path folder) {
    return new DataOrigin(
        folder.toString(), "uint8", List.of(imagesFile.stem() + ", " + labelsFile.stem()));
  }

  private static LabeledImages images(IdxFile images, IdxFile labels) {
    int[] classes = new int[labels.n()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = labels.data()[i];
    }
    DatasetFacts facts = DatasetName.MNIST.known().orElseThrow();
    return new LabeledImages(facts.shape(), images.data(), classes, facts.classNames());
  }
}
