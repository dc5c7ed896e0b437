package dev.epochal.registry;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** A folder that cannot be taken in is told of and passed over, and tried again next time. */
  void run(Sql sql) {
    Map<String, Boolean> over = new HashMap<>();
    sql.each(
        "select id, status in ('SCHEDULED', 'RUNNING') from runs",
        row -> over.put(row.getString(1), !row.getBoolean(2)));
    for (RunFolder folder : folders(over)) {
      try {
        new Ingest(sql, notices).folder(folder);
      } catch (Sql.Failure e) {
        if (!e.isAboutData()) {
          throw e;
        }
        passOver(folder, e);
      } catch (IOException | RuntimeException e) {
        // Also what a record with holes leads to, as only a damaged or foreign one has.
        passOver(folder, e);
      }
    }
    for (Map.Entry<String, Boolean> known : over.entrySet()) {
      if (!known.getValue() && !Files.exists(runs.resolve(known.getKey()))) {
        CrashRepair.withoutFolder(sql, known.getKey());
      }
    }
  }

  private void passOver(RunFolder folder, Exception why) {
    notices.accept(
        "run "
            + folder.id()
            + " could not be taken into the registry: "
            + (why instanceof EpochalException ? why.getMessage() : why));
  }

  private List<RunFolder> folders(Map<String, Boolean> over) {
    List<RunFolder> folders = new ArrayList<>();
    if (!Files.isDirectory(runs)) {
      return folders;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(runs)) {
      for (Path entry : entries) {
        RunFolder folder = new RunFolder(entry);
        if (RunId.isValid(folder.id())
            && !over.getOrDefault(folder.id(), false)
            && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
            && Files.isRegularFile(folder.record(), LinkOption.NOFOLLOW_LINKS)) {
          folders.add(folder);
        }
      }
    } catch (IOException e) {
      notices.accept("cannot read " + runs + ": " + e);
    }
    return folders;
  }
}
