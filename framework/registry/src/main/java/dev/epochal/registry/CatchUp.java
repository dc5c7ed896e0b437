package dev.epochal.registry;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.folder.Changed;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Brings the database up to the run folders: new ones, and those of runs that were not over. Done
 * by whoever opens the database, so nothing that a killed process left undone stays undone.
 */
final class CatchUp {
  private final Path runs;
  private final Collection<RunFolder> elsewhere;
  private final Consumer<String> notices;
  private final Set<String> passedOver = new HashSet<>();

  CatchUp(Path runs, Consumer<String> notices) {
    this(runs, List.of(), notices);
  }

  /**
   * Of a registry that knows runs of other folders too.
   *
   * @param elsewhere their folders
   */
  CatchUp(Path runs, Collection<RunFolder> elsewhere, Consumer<String> notices) {
    this.runs = runs;
    this.elsewhere = elsewhere;
    this.notices = notices;
  }

  /**
   * Takes in what there is, or as much of what is new as the time allows, but something. A folder
   * that cannot be taken in is told of and passed over, and tried again by the next catching up.
   *
   * @return nothing, when more is left; else the announced changes that are in the database now, to
   *     be settled once it was closed
   */
  Optional<List<Changed>> run(Sql sql, Duration time) {
    long deadline = System.nanoTime() + time.toNanos();
    List<Changed> changes = changes();
    Map<String, Boolean> over = new HashMap<>();
    Map<String, RunFolder> open = new LinkedHashMap<>();
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
      if (RunFolders.isRun(folder)) {
        open.put(folder.id(), folder);
      } else {
        Removal.finish(sql, folder);
      }
    }
    open.values().forEach(folder -> takeIn(sql, folder));
    for (RunFolder folder : unknown(over.keySet())) {
      takeIn(sql, folder);
      if (System.nanoTime() > deadline) {
        return Optional.empty();
      }
    }
    return Optional.of(
        changes.stream().filter(change -> !passedOver.contains(change.id())).toList());
  }

  private List<Changed> changes() {
    try {
      return Changed.in(runs);
    } catch (IOException | DirectoryIteratorException e) {
      notices.accept("cannot read what changed in " + runs + ": " + e);
      return List.of();
    }
  }

  private List<RunFolder> unknown(Set<String> known) {
    try {
      return RunFolders.in(runs, elsewhere, id -> !known.contains(id) && !passedOver.contains(id));
    } catch (IOException | DirectoryIteratorException e) {
      notices.accept("cannot read " + runs + ": " + e);
      return List.of();
    }
  }

  private void takeIn(Sql sql, RunFolder folder) {
    if (passedOver.contains(folder.id())) {
      return;
    }
    if (!Files.exists(folder.record())) {
      CrashRepair.withoutFolder(sql, folder.id());
      return;
    }
    try {
      new Ingest(sql, notices).folder(folder);
    } catch (Sql.Failure e) {
      if (!e.isAboutData()) {
        throw e;
      }
      passOver(folder, e);
    } catch (IOException | RuntimeException e) {
      // Also what a record with holes leads to, as only a damaged or foreign one has.
      if (Damage.isIn(e)) {
        throw new Damage.Found(e);
      }
      passOver(folder, e);
    }
  }

  private void passOver(RunFolder folder, Exception why) {
    passedOver.add(folder.id());
    notices.accept(
        "run "
            + folder.id()
            + " could not be taken into the registry: "
            + (why instanceof EpochalException ? why.getMessage() : why));
  }
}
