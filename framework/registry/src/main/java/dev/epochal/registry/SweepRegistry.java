package dev.epochal.registry;

import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.SweepRecorder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The sweeps of a {@link Registry}, opened and caught up with for each call as it is. */
public final class SweepRegistry {
  private final Path runs;
  private final Access access;
  private final SweepRecordings recordings;
  private final RunPart part;
  private final Consumer<String> notices;

  SweepRegistry(Path runs, Access access, RunPart part, Consumer<String> notices) {
    this.runs = runs;
    this.access = access;
    this.recordings = new SweepRecordings(runs, access, notices);
    this.part = part;
    this.notices = notices;
  }

  /**
   * Enters a sweep before its first trial. A record with an empty name gets the next {@code
   * <experiment>-sweep-<n>}, which no other sweep gets, since the database is held meanwhile.
   *
   * @param start makes the sweep's folder from the record with its name; when it throws, nothing is
   *     entered, and when entering fails, the folder goes again
   * @return what {@code start} returned
   */
  public SweepRecorder register(SweepRecord sweep, Function<SweepRecord, SweepRecorder> start) {
    return recordings.register(sweep, start);
  }

  /**
   * Enters that this process goes on with a sweep that is over. The database is held meanwhile, so
   * that of two processes one does.
   *
   * @param seen the sweep's record as it was looked at
   * @param start goes on in the sweep's folder, from its record as it is now; when it throws,
   *     nothing is changed
   * @return what {@code start} returned
   * @throws dev.epochal.core.problem.InvalidInputException when the sweep goes on, was deleted, or
   *     is no longer as it was seen
   */
  public SweepRecorder resume(
      SweepFolder folder, SweepRecord seen, Function<SweepRecord, SweepRecorder> start) {
    return recordings.resume(folder, seen, start);
  }

  /**
   * Refuses a sweep with which a process goes on.
   *
   * @param seen its record, as the registry showed it
   * @throws dev.epochal.core.problem.InvalidInputException unless it is over
   */
  public static void refuseRunning(SweepRecord seen) {
    SweepRecordings.refuseRunning(seen);
  }

  /**
   * Enters what came of a sweep, so that it shows at once.
   *
   * @param sweep the final record, which counts even if the folder could not take it, unless
   *     another process goes on with the sweep by now
   */
  public void finish(SweepRecord sweep) {
    recordings.finish(sweep);
  }

  /**
   * Enters that the process of a trial ended without a word: where nothing else did by itself, the
   * run is FAILED from now on.
   *
   * @param trial where the run lies
   * @param reason in words
   * @return the run's record as it is now; that of before when the run had ended, or goes on
   */
  public RunRecord died(RunFolder trial, String reason) {
    return recordings.died(trial, reason);
  }

  /** The sweeps that were started last, the last one first. */
  public List<SweepSummary> newest(int limit) {
    return access.isNowhere()
        ? List.of()
        : access.look(sql -> new SweepQuery(sql, runs).newest(part, limit));
  }

  /**
   * Everything about the sweep that a person means by an id, a unique prefix of one, or a name.
   *
   * @throws dev.epochal.core.problem.InvalidInputException when there is no such sweep, or several
   */
  public SweepDetail show(String reference) {
    return access.look(sql -> new SweepQuery(sql, runs).detail(lookUp(sql, reference)));
  }

  /**
   * The names of sweeps by their ids, also of deleted ones; those that are not there are left out.
   */
  public SortedMap<String, String> names(Collection<String> ids) {
    SortedMap<String, String> names = new TreeMap<>();
    return access.look(
        sql -> {
          for (String id : ids) {
            sql.each(
                "select name from sweeps where id = ?", row -> names.put(id, row.getString(1)), id);
          }
          return names;
        });
  }

  /**
   * The id of the sweep that a person means; empty when that is a run, or there is nothing of the
   * kind.
   *
   * @throws dev.epochal.core.problem.InvalidInputException when it is the start of several ids
   */
  public Optional<String> find(String reference) {
    return access.isNowhere()
        ? Optional.empty()
        : access.look(sql -> new RunLookup(sql, part, notices).sweep(reference));
  }

  /**
   * Deletes the sweep that {@link #show} would find, and the runs that were made for it, but those
   * that another sweep reuses.
   *
   * @throws dev.epochal.core.problem.InvalidInputException when it goes on; then nothing is changed
   */
  public SweepChange delete(String reference, Instant at) {
    return change(reference, (annotator, id) -> annotator.delete(id, at));
  }

  /** Brings the sweep that {@link #show} would find back, with the runs that were made for it. */
  public SweepChange restore(String reference) {
    return change(reference, SweepAnnotator::restore);
  }

  /**
   * Changes what was added to the sweep that {@link #show} would find.
   *
   * @return its name then
   */
  public RunName annotate(String reference, UnaryOperator<Annotations> edit) {
    return change(reference, (annotator, id) -> annotator.edit(id, edit));
  }

  private <T> T change(String reference, BiFunction<SweepAnnotator, String, T> change) {
    return access.change(
        (sql, changed) ->
            change.apply(new SweepAnnotator(sql, runs, notices, changed), lookUp(sql, reference)));
  }

  private String lookUp(Sql sql, String reference) {
    return new RunLookup(sql, part, notices).findSweep(reference);
  }
}
