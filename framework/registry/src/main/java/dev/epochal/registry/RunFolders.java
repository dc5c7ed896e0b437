package dev.epochal.registry;

import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunId;
import dev.epochal.core.sweep.SweepFolder;
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

/** The folders of runs and sweeps that there are. */
final class RunFolders {
  private RunFolders() {}

  /** Links are no runs: they would lead out of here. */
  static boolean isRun(RunFolder folder) {
    return Files.isDirectory(folder.path(), LinkOption.NOFOLLOW_LINKS)
        && Files.isRegularFile(folder.record(), LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether it is a sweep's instead. */
  static boolean isSweep(SweepFolder folder) {
    return Files.isDirectory(folder.path(), LinkOption.NOFOLLOW_LINKS)
        && Files.isRegularFile(folder.record(), LinkOption.NOFOLLOW_LINKS);
  }

  /** What was found, by id: the order of the indexes, which grow at their end then, and faster. */
  record Found(List<RunFolder> runs, List<SweepFolder> sweeps) {}

  /**
   * Those among the runs, and some of elsewhere.
   *
   * @param ids of which it is asked whether they are runs or sweeps at all
   */
  static Found in(Path runs, Collection<Path> elsewhere, Predicate<String> ids) throws IOException {
    List<Path> folders = new ArrayList<>();
    if (Files.isDirectory(runs)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(runs)) {
        entries.forEach(folders::add);
      }
    }
    folders.addAll(elsewhere);
    folders.removeIf(folder -> !RunId.isValid(id(folder)) || !ids.test(id(folder)));
    folders.sort(Comparator.comparing(RunFolders::id));
    List<RunFolder> found = new ArrayList<>();
    List<SweepFolder> sweeps = new ArrayList<>();
    for (Path folder : folders) {
      if (isRun(new RunFolder(folder))) {
        found.add(new RunFolder(folder));
      } else if (isSweep(new SweepFolder(folder))) {
        sweeps.add(new SweepFolder(folder));
      }
    }
    return new Found(found, sweeps);
  }

  private static String id(Path folder) {
    return folder.getFileName().toString();
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
