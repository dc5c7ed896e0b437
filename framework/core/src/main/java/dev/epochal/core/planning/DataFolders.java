package dev.epochal.core.planning;

import dev.epochal.core.data.ImageFolder;
import dev.epochal.core.plan.DatasetName;
import dev.epochal.core.problem.InvalidInputException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The folders of data that a spec and its variants name, each opened once: thirty variants of one
 * folder read its labels once.
 */
final class DataFolders {
  private record Named(DatasetName dataset, String path) {}

  private final Map<Named, Supplier<ImageFolder>> opened = new HashMap<>();

  /**
   * The folder, opened.
   *
   * @param dataset a form of files of one's own
   * @throws InvalidInputException naming the file that is missing or broken
   */
  ImageFolder open(DatasetName dataset, String path) {
    return opened.computeIfAbsent(new Named(dataset, path), DataFolders::opened).get();
  }

  private static Supplier<ImageFolder> opened(Named named) {
    try {
      ImageFolder folder = named.dataset().form().orElseThrow().apply(Path.of(named.path()));
      return () -> folder;
    } catch (InvalidInputException e) {
      return () -> {
        throw e;
      };
    }
  }
}
