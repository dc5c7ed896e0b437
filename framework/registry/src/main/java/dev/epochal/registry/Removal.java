package dev.epochal.registry;

import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunId;
import dev.epochal.registry.folder.Changed;
import dev.epochal.registry.folder.DatasetStore;
import dev.epochal.registry.folder.Trash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Takes deleted runs and sweeps away for good, with the images that only they refer to. To be done
 * while the database is held, since no run can begin then.
 */
final class Removal {
  private final Sql sql;
  private final Path runs;
  private final Consumer<String> notices;

  Removal(Sql sql, Path runs, Consumer<String> notices) {
    this.sql = sql;
    this.runs = runs;
    this.notices = notices;
  }

  /**
   * What can be taken away.
   *
   * @param images folders below {@code datasets/}
   */
  record Found(List<RunName> runs, List<RunName> sweeps, List<Path> images) {
    long bytes(Path among) throws IOException {
      long bytes = 0;
      for (RunName one : all()) {
        bytes += Trash.bytes(among.resolve(one.id()));
      }
      for (Path folder : images) {
        bytes += Trash.bytes(folder);
      }
      return bytes;
    }

    List<RunName> all() {
      return Stream.of(runs, sweeps).flatMap(List::stream).toList();
    }
  }

  /**
   * Forgets a run, or a sweep, that was taken away by somebody who was killed before he could do
   * so.
   */
  static void finish(Sql sql, Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      String id = folder.getFileName().toString();
      sql.update("delete from runs where id = ? and deleted is not null", id);
      sql.update("delete from sweeps where id = ? and deleted is not null", id);
    }
  }

  Found find() throws IOException {
    List<RunName> found = deleted("runs", "");
    return new Found(found, deleted("sweeps", "sweep "), images(found));
  }

  /**
   * Those of a table that can go.
   *
   * @param kind before the name of one that stays
   */
  private List<RunName> deleted(String table, String kind) {
    List<RunName> found = new ArrayList<>();
    sql.each(
        "select id, name, status in ('SCHEDULED', 'RUNNING'), folder, ended is null, host from "
            + table
            + " where deleted is not null order by deleted, id",
        row -> {
          RunName one = new RunName(row.getString(1), row.getString(2));
          Path folder = RunPlace.of(runs, one.id(), row.getString(4)).path();
          if (row.getBoolean(3)) {
            notices.accept(kind + one + " stays: it goes on");
          } else if (Files.exists(folder) && !folder.equals(runs.resolve(one.id()))) {
            notices.accept(
                kind + one + " stays: it lies among other runs; add --runs " + folder.getParent());
          } else if (Files.exists(folder) && row.getBoolean(5)) {
            notices.accept(
                kind
                    + one
                    + " stays: nobody here knows whether it goes on on host "
                    + row.getString(6)
                    + "; if it does not, remove "
                    + folder);
          } else {
            found.add(one);
          }
        });
    return found;
  }

  /** To the trash, folder by folder; each is announced before. */
  void carryOut(Found found, Consumer<Changed> announced) throws IOException {
    Trash trash = new Trash(runs);
    for (RunName one : found.all()) {
      RunFolder folder = RunFolder.of(runs, one.id()); // or a sweep's
      if (Files.exists(folder.path(), LinkOption.NOFOLLOW_LINKS)) {
        announced.accept(Changed.announce(folder));
        trash.take(folder.path());
      }
      sql.update("delete from runs where id = ?", one.id());
      sql.update("delete from sweeps where id = ?", one.id());
    }
    for (Path folder : found.images()) {
      trash.take(folder);
    }
  }

  private List<Path> images(List<RunName> leaving) throws IOException {
    Path datasets = new DatasetStore(runs).folder();
    if (!Files.isDirectory(datasets, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    Optional<String> reason = whyImagesStay();
    if (reason.isPresent()) {
      notices.accept("images stay: " + reason.get());
      return List.of();
    }
    Set<String> gone = new HashSet<>(leaving.stream().map(RunName::id).toList());
    Set<String> needed = new HashSet<>();
    sql.each(
        "select run_id, sha256 from splits",
        row -> {
          if (!gone.contains(row.getString(1))) {
            needed.add(row.getString(2));
          }
        });
    try (Stream<Path> all = Files.list(datasets)) {
      return all.filter(folder -> DatasetStore.isFingerprint(folder.getFileName().toString()))
          .filter(folder -> !needed.contains(folder.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  /** A run that goes on, or that the database could not take in, may need any of them. */
  private Optional<String> whyImagesStay() throws IOException {
    Optional<String> goesOn =
        sql.first(
            "select id, name from runs where status in ('SCHEDULED', 'RUNNING')",
            row -> new RunName(row.getString(1), row.getString(2)) + " goes on and may need them");
    if (goesOn.isPresent()) {
      return goesOn;
    }
    Set<String> known = new HashSet<>(sql.list("select id from runs", row -> row.getString(1)));
    try (Stream<Path> all = Files.list(runs)) {
      return all.map(RunFolder::new)
          .filter(folder -> RunId.isValid(folder.id()) && !known.contains(folder.id()))
          .filter(folder -> Files.exists(folder.record()))
          .map(folder -> "which of them run " + folder.id() + " needs cannot be read")
          .findFirst();
    }
  }
}
