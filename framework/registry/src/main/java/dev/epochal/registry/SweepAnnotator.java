package dev.epochal.registry;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.Changed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Changes annotations of sweeps, in their folders and then in the rows, while the database is held;
 * a sweep is deleted and restored with the runs that were made for it.
 */
final class SweepAnnotator {
  private static final String NOT_REUSED =
      " and not exists (select 1 from trials t join sweeps s on s.id = t.sweep_id"
          + " where t.run_id = runs.id and s.id <> ? and s.deleted is null)";

  private final Sql sql;
  private final Path runs;
  private final Consumer<String> notices;
  private final Consumer<Changed> announced;

  /**
   * @param announced takes each announcement, to be settled once the database was closed
   */
  SweepAnnotator(Sql sql, Path runs, Consumer<String> notices, Consumer<Changed> announced) {
    this.sql = sql;
    this.runs = runs;
    this.notices = notices;
    this.announced = announced;
  }

  /**
   * Deletes a sweep that is over. Last itself, so that a kill in between leaves it to be deleted
   * again.
   *
   * @throws InvalidInputException when it goes on, or a run of it; then nothing is changed
   */
  SweepChange delete(String id, Instant at) {
    SweepFolder folder = folder(id);
    SweepRecord sweep = SweepRepair.seen(sql, folder);
    Edits.refuseRunning("sweep", sweep);
    Annotator annotator = new Annotator(sql, runs, notices, announced);
    List<RunName> own =
        names("select id, name from runs where sweep = ? and deleted is null", id).stream()
            .filter(run -> annotator.canEdit(run.id()))
            .toList();
    List<String> leaving =
        names("select id, name from runs where sweep = ? and deleted is null" + NOT_REUSED, id, id)
            .stream()
            .map(RunName::id)
            .filter(annotator::canEdit)
            .toList();
    annotator.edit(leaving, Edits.delete(at));
    RunName name = edit(folder, before -> before.deletedAt(at));
    return new SweepChange(
        name, leaving.size(), own.stream().filter(run -> !leaving.contains(run.id())).toList());
  }

  /** Brings a sweep back, itself last. */
  SweepChange restore(String id) {
    SweepFolder folder = folder(id);
    Annotator annotator = new Annotator(sql, runs, notices, announced);
    List<String> coming =
        names("select id, name from runs where sweep = ? and deleted is not null", id).stream()
            .map(RunName::id)
            .filter(annotator::canEdit)
            .toList();
    annotator.edit(coming, Edits.restore());
    return new SweepChange(
        edit(folder, before -> before.deletedAt(null)), coming.size(), List.of());
  }

  /** Changes what was added to the sweep itself; returns its name then. */
  RunName edit(String id, UnaryOperator<Annotations> edit) {
    return edit(folder(id), edit);
  }

  private RunName edit(SweepFolder folder, UnaryOperator<Annotations> edit) {
    Annotations before = Annotations.of(folder);
    Annotations after = edit.apply(before);
    if (!after.equals(before)) {
      AnnotationFile.write(folder, after, announced);
      new SweepIngest(sql, notices).folder(folder);
    }
    return names("select id, name from sweeps where id = ?", folder.id()).get(0);
  }

  private SweepFolder folder(String id) {
    SweepFolder folder = new SweepQuery(sql, runs).folder(id);
    if (!Files.isRegularFile(folder.record())) {
      throw new InvalidInputException(
          new Problem(
              "sweep " + id,
              "",
              "has no folder any more, and cannot be changed: " + folder.path() + " is gone",
              "put the folder back, or let ./run reindex forget the sweep"));
    }
    return folder;
  }

  private List<RunName> names(String query, Object... arguments) {
    return sql.list(
        query + " order by id", row -> new RunName(row.getString(1), row.getString(2)), arguments);
  }
}
