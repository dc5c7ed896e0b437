package dev.epochal.registry;

import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The folders of runs that there are. */
final class RunFolders {
  private RunFolders() {}

  /** Links are no runs: they would lead out of here. */
  static boolean isRun(RunFolder folder) {
    return Files.isDirectory(folder.path(), LinkOption.NOFOLLOW_LINKS)
        && Files.isRegularFile(folder.record(), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Those among the runs, and some of elsewhere, by id: that is the order of the indexes, which
   * grow at their end then, and twice as fast.
   *
   * @param ids of which it is asked whether they are runs at all
   */
  static List<RunFolder> in(Path runs, Collection<RunFolder> elsewhere, Predicate<String> ids)
      throws IOException {
    List<RunFolder> folders = new ArrayList<>();
    if (Files.isDirectory(runs)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(runs)) {
        entries.forEach(entry -> folders.add(new RunFolder(entry)));
      }
    }
    folders.addAll(elsewhere);
    folders.removeIf(
        folder -> !RunId.isValid(folder.id()) || !ids.test(folder.id()) || !isRun(folder));
    folders.sort(Comparator.comparing(RunFolder::id));
    return folders;
  }

  /** Whether there are at least so many entries that could be runs. */
  static boolean areAtLeast(int many, Path runs) {
    int found = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(runs)) {
      for (Path entry : entries) {
        if (RunId.isValid(entry.getFileName().toString()) && ++found >= many) {
          return true;
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return false; // whoever reads them says why they cannot be read
    }
    return false;
  }
}
