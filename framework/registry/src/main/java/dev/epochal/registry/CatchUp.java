package dev.epochal.registry;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RecordedFolder;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.registry.folder.Changed;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
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
  private final Collection<Path> elsewhere;
  private final Consumer<String> notices;
  private final Set<String> passedOver = new HashSet<>();

  CatchUp(Path runs, Consumer<String> notices) {
    this(runs, List.of(), notices);
  }

  /**
   * Of a registry that knows runs and sweeps of other folders too.
   *
   * @param elsewhere their folders
   */
  CatchUp(Path runs, Collection<Path> elsewhere, Consumer<String> notices) {
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
    Set<String> known = new HashSet<>();
    Map<String, Path> openRuns = new LinkedHashMap<>();
    Map<String, Path> openSweeps = new LinkedHashMap<>();
    open(sql, "runs", known, openRuns);
    open(sql, "sweeps", known, openSweeps);
    for (Changed change : changes) {
      RunFolder folder = RunFolder.of(runs, change.id());
      if (RunFolders.isRun(folder)) {
        openRuns.put(folder.id(), folder.path());
      } else if (RunFolders.isSweep(new SweepFolder(folder.path()))) {
        openSweeps.put(folder.id(), folder.path());
      } else {
        Removal.finish(sql, folder.path());
      }
    }
    RunFolders.Found unknown = unknown(known);
    // Runs first: how a sweep looks is told by its trials too.
    openRuns.values().forEach(folder -> takeIn(sql, new RunFolder(folder)));
    for (RunFolder folder : unknown.runs()) {
      takeIn(sql, folder);
      if (System.nanoTime() > deadline) {
        return Optional.empty();
      }
    }
    openSweeps.values().forEach(folder -> takeIn(sql, new SweepFolder(folder)));
    for (SweepFolder folder : unknown.sweeps()) {
      takeIn(sql, folder);
      if (System.nanoTime() > deadline) {
        return Optional.empty();
      }
    }
    return Optional.of(
        changes.stream().filter(change -> !passedOver.contains(change.id())).toList());
  }

  /** Which are known, and of those the folders of which something may be new. */
  private void open(Sql sql, String table, Set<String> known, Map<String, Path> open) {
    sql.each(
        "select id, ended is null, folder from " + table,
        row -> {
          String id = row.getString(1);
          known.add(id);
          if (row.getBoolean(2)) {
            open.put(id, RunPlace.of(runs, id, row.getString(3)).path());
          }
        });
  }

  private List<Changed> changes() {
    try {
      return Changed.in(runs);
    } catch (IOException | DirectoryIteratorException e) {
      notices.accept("cannot read what changed in " + runs + ": " + e);
      return List.of();
    }
  }

  private RunFolders.Found unknown(Set<String> known) {
    try {
      return RunFolders.in(runs, elsewhere, id -> !known.contains(id) && !passedOver.contains(id));
    } catch (IOException | DirectoryIteratorException e) {
      notices.accept("cannot read " + runs + ": " + e);
      return new RunFolders.Found(List.of(), List.of());
    }
  }

  private void takeIn(Sql sql, RunFolder folder) {
    takeIn(sql, folder, new Ingest(sql, notices));
  }

  private void takeIn(Sql sql, SweepFolder folder) {
    takeIn(sql, folder, new SweepIngest(sql, notices));
  }

  private <F extends RecordedFolder> void takeIn(Sql sql, F folder, FolderIngest<F, ?> ingest) {
    if (passedOver.contains(folder.id())) {
      return;
    }
    if (!Files.exists(folder.record())) {
      LostProcess.withoutFolder(sql, folder);
      return;
    }
    try {
      ingest.folder(folder);
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

  private void passOver(RecordedFolder folder, Exception why) {
    passedOver.add(folder.id());
    notices.accept(
        folder.kind()
            + " "
            + folder.id()
            + " could not be taken into the registry: "
            + (why instanceof EpochalException ? why.getMessage() : why));
  }
}
