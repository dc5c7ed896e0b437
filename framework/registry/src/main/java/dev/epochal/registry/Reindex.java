package dev.epochal.registry;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.registry.folder.FileTrouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Makes a registry anew from the run folders: in a file beside, which takes the old one's place
 * when it is done. Meanwhile the old one can be used, and a kill leaves it.
 */
final class Reindex {
  private static final Duration ALL_THE_TIME = Duration.ofDays(1);

  /** Of this process; others are kept waiting by a file. */
  private static final Object ONE_AT_A_TIME = new Object();

  private final Path runs;
  private final Database old;
  private final Database fresh;
  private final Consumer<String> notices;

  Reindex(Path runs, Database old, Consumer<String> notices) {
    this.runs = runs;
    this.old = old;
    this.fresh = new Database(old.file().beside(), Duration.ofSeconds(2));
    this.notices = notices;
  }

  /** Returns how many runs there are then. */
  int run() {
    return alone(
        () -> {
          removeLeftOver();
          return build();
        });
  }

  /** Makes the first one, unless another process has done so meanwhile. */
  void runWhereThereIsNone() {
    alone(
        () -> {
          removeLeftOver();
          return old.exists() ? 0 : build();
        });
  }

  /**
   * Does the work while no other one makes this registry anew, in this process or in another. The
   * lock is on a file of its own: that of the database is closed and opened in between.
   */
  private int alone(IntSupplier work) {
    Path file = fresh.file().path().resolveSibling("." + fresh.file().path().getFileName());
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel channel = openLock(file)) {
        if (channel.tryLock() == null) {
          notices.accept("another process makes the registry anew; waiting for it");
          channel.lock();
        }
        return work.getAsInt();
      } catch (IOException e) {
        throw new EpochalException(FileTrouble.sentence("cannot lock " + file, e), e);
      }
    }
  }

  private static FileChannel openLock(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private int build() {
    Set<String> before = new HashSet<>();
    List<Path> elsewhere =
        withOld(
                sql -> {
                  before.addAll(states(sql));
                  return elsewhere(sql);
                })
            .orElse(List.of());
    fresh.open(
        sql -> {
          NameIndexes.drop(sql);
          takeIn(sql, elsewhere);
          NameIndexes.create(sql);
          return sql.update("analyze");
        });
    fresh.openRaw(sql -> sql.update("shutdown compact"));
    return withOld(sql -> swap(sql, before)).orElseGet(this::place);
  }

  /** What an earlier one left that was killed. */
  private void removeLeftOver() {
    try {
      Files.deleteIfExists(fresh.file().path());
    } catch (IOException e) {
      throw new EpochalException(
          FileTrouble.sentence("cannot remove " + fresh.file().path(), e), e);
    }
  }

  /** Nothing, when there is no old one, or it was damaged and is put aside now. */
  private <T> Optional<T> withOld(Function<Sql, T> work) {
    if (!old.exists()) {
      return Optional.empty();
    }
    try {
      return Optional.of(old.open(work));
    } catch (DamagedDatabaseException e) {
      old.putAside(e.file())
          .ifPresent(aside -> notices.accept(e.damage() + ": it is now " + aside));
      return Optional.empty();
    }
  }

  private List<Path> elsewhere(Sql sql) {
    List<Path> folders = new ArrayList<>();
    sql.each(
        "select id, folder from runs union all select id, folder from sweeps",
        row -> {
          Path folder = RunPlace.of(runs, row.getString(1), row.getString(2)).path();
          if (!folder.equals(runs.resolve(row.getString(1)))) {
            folders.add(folder);
          }
        });
    return folders;
  }

  private void takeIn(Sql sql, List<Path> elsewhere) {
    CatchUp catchUp = new CatchUp(runs, elsewhere, notices);
    while (catchUp.run(sql, ALL_THE_TIME).isEmpty()) {
      // Until nothing is left.
    }
  }

  /** While the old one is held: what came meanwhile, then the new one takes its place. */
  private int swap(Sql sql, Set<String> before) {
    List<Path> elsewhere = elsewhere(sql);
    Set<String> lost = kept(sql, "runs");
    Set<String> lostSweeps = kept(sql, "sweeps");
    int count =
        fresh.open(
            now -> {
              takeIn(now, elsewhere);
              takeInChanged(before, states(sql), now);
              List<String> ids = ids(now, "runs", "");
              ids.forEach(lost::remove);
              lostSweeps.removeAll(ids(now, "sweeps", ""));
              return ids.size();
            });
    try {
      boolean keep = !lost.isEmpty() || !lostSweeps.isEmpty();
      old.replaceBy(fresh.file(), keep)
          .ifPresent(
              aside -> {
                tellLost("run", lost, aside);
                tellLost("sweep", lostSweeps, aside);
              });
    } catch (IOException e) {
      throw misplaced(e);
    }
    return count;
  }

  /** One that is deleted and whose folder is gone was being removed for good. */
  private static Set<String> kept(Sql sql, String table) {
    return new HashSet<>(ids(sql, table, " where deleted is null"));
  }

  private static List<String> ids(Sql sql, String table, String condition) {
    return sql.list("select id from " + table + condition, row -> row.getString(1));
  }

  private void tellLost(String kind, Set<String> lost, Path aside) {
    if (!lost.isEmpty()) {
      notices.accept(
          lost.size()
              + " "
              + kind
              + (lost.size() == 1 ? " has" : "s have")
              + " no folder any more that could be read, and stand in "
              + aside
              + " alone: "
              + some(lost));
    }
  }

  /** Of each run and sweep, from which files the rows were made. */
  private static Set<String> states(Sql sql) {
    return new HashSet<>(
        sql.list(
            "select id || ' ' || record_sha256 || ' ' || annotations_sha256 from runs union all"
                + " select id || ' ' || record_sha256 || ' ' || annotations_sha256 from sweeps",
            row -> row.getString(1)));
  }

  /** What is over and was changed all the same, or removed, while the new one was made. */
  private void takeInChanged(Set<String> before, Set<String> after, Sql now) {
    Stream.concat(
            before.stream().filter(state -> !after.contains(state)),
            after.stream().filter(state -> !before.contains(state)))
        .map(state -> RunFolder.of(runs, state.substring(0, state.indexOf(' '))))
        .distinct()
        .forEach(
            folder -> {
              try {
                SweepFolder sweep = new SweepFolder(folder.path());
                if (RunFolders.isRun(folder)) {
                  new Ingest(now, notices).folder(folder);
                } else if (RunFolders.isSweep(sweep)) {
                  new SweepIngest(now, notices).folder(sweep);
                } else {
                  Removal.finish(now, folder.path());
                }
              } catch (IOException | EpochalException e) {
                notices.accept("what changed in " + folder.id() + " is left out: " + e);
              }
            });
  }

  private static String some(Set<String> ids) {
    List<String> sorted = ids.stream().sorted().toList();
    return String.join(", ", sorted.subList(0, Math.min(5, sorted.size())))
        + (sorted.size() > 5 ? ", …" : "");
  }

  /** Where there is no old one; another process may just have made one, which stays then. */
  private int place() {
    try {
      Files.createLink(old.file().path(), fresh.file().path());
    } catch (FileAlreadyExistsException theirs) {
      // It catches up like any other.
    } catch (IOException e) {
      throw misplaced(e);
    }
    try {
      Files.delete(fresh.file().path());
    } catch (IOException e) {
      throw misplaced(e);
    }
    return old.open(sql -> sql.first("select count(*) from runs", row -> row.getInt(1)).orElse(0));
  }

  private static EpochalException misplaced(IOException e) {
    return new EpochalException(FileTrouble.sentence("cannot put the new registry in place", e), e);
  }
}
