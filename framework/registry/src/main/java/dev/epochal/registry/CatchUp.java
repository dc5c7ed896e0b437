package dev.epochal.registry;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunId;
import dev.epochal.registry.folder.Changed;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Brings the database up to the run folders: new ones, and those of runs that were not over. Done
 * by whoever opens the database, so nothing that a killed process left undone stays undone.
 */
final class CatchUp {
  private final Path runs;
  private final Consumer<String> notices;

  CatchUp(Path runs, Consumer<String> notices) {
    this.runs = runs;
    this.notices = notices;
  }

  /**
   * A folder that cannot be taken in is told of and passed over, and tried again next time.
   *
   * @return the announced changes that are in the database now, to be settled once it was closed
   */
  List<Changed> run(Sql sql) {
    List<Changed> changes = changes();
    Map<String, Boolean> over = new HashMap<>();
    Map<String, RunFolder> open = new HashMap<>();
    sql.each(
        "select id, ended is null, folder from runs",
        row -> {
          String id = row.getString(1);
          over.put(id, !row.getBoolean(2));
          if (row.getBoolean(2)) {
            open.put(id, RunPlace.of(runs, id, row.getString(3)));
          }
        });
    for (Changed change : changes) {
      RunFolder folder = RunFolder.of(runs, change.id());
      if (isRun(folder)) {
        open.put(folder.id(), folder);
      } else {
        Removal.finish(sql, folder);
      }
    }
    folders(over).forEach(folder -> open.put(folder.id(), folder));
    Set<String> failed = new HashSet<>();
    for (RunFolder folder : open.values()) {
      if (!Files.exists(folder.record())) {
        CrashRepair.withoutFolder(sql, folder.id());
      } else if (!takeIn(sql, folder)) {
        failed.add(folder.id());
      }
    }
    return changes.stream().filter(change -> !failed.contains(change.id())).toList();
  }

  private List<Changed> changes() {
    try {
      return Changed.in(runs);
    } catch (IOException | DirectoryIteratorException e) {
      notices.accept("cannot read what changed in " + runs + ": " + e);
      return List.of();
    }
  }

  private boolean takeIn(Sql sql, RunFolder folder) {
    try {
      new Ingest(sql, notices).folder(folder);
      return true;
    } catch (Sql.Failure e) {
      if (!e.isAboutData()) {
        throw e;
      }
      passOver(folder, e);
    } catch (IOException | RuntimeException e) {
      // Also what a record with holes leads to, as only a damaged or foreign one has.
      passOver(folder, e);
    }
    return false;
  }

  private void passOver(RunFolder folder, Exception why) {
    notices.accept(
        "run "
            + folder.id()
            + " could not be taken into the registry: "
            + (why instanceof EpochalException ? why.getMessage() : why));
  }

  /** Links are no runs: they would lead out of here. */
  private static boolean isRun(RunFolder folder) {
    return Files.isDirectory(folder.path(), LinkOption.NOFOLLOW_LINKS)
        && Files.isRegularFile(folder.record(), LinkOption.NOFOLLOW_LINKS);
  }

  private List<RunFolder> folders(Map<String, Boolean> over) {
    List<RunFolder> folders = new ArrayList<>();
    if (!Files.isDirectory(runs)) {
      return folders;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(runs)) {
      for (Path entry : entries) {
        RunFolder folder = new RunFolder(entry);
        if (RunId.isValid(folder.id()) && !over.getOrDefault(folder.id(), false) && isRun(folder)) {
          folders.add(folder);
        }
      }
    } catch (IOException e) {
      notices.accept("cannot read " + runs + ": " + e);
    }
    return folders;
  }
}
