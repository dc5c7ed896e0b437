package dev.epochal.registry;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.Series;
import dev.epochal.registry.filter.Operand;
import dev.epochal.registry.folder.Changed;
import dev.epochal.registry.folder.RunRecorder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every run of a folder of runs, queryable. Each call opens the embedded database for itself,
 * catches up with the run folders, and closes it, so several processes can use it at once.
 */
public final class Registry {
  /** On a machine with seven times as much to do as it can, four processes waited up to 16 s. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path runs;
  private final Database database;
  private final Access access;
  private final Recordings recordings;
  private final SweepRegistry sweeps;
  private final RunPart part;
  private final Consumer<String> notices;

  private Registry(Path runs, Database database, RunPart part, Consumer<String> notices) {
    this.runs = runs;
    this.database = database;
    this.access = new Access(runs, database, notices);
    this.recordings = new Recordings(runs, access, notices);
    this.sweeps = new SweepRegistry(runs, access, part, notices);
    this.part = part;
    this.notices = notices;
  }

  /**
   * The registry that lies among its runs. Nothing is opened yet.
   *
   * @param notices is told, in one line each, what a person should know and nothing fails for: a
   *     run folder that cannot be read, a name that several runs have
   */
  public static Registry in(Path runs, Consumer<String> notices) {
    return new Registry(runs, new Database(DatabaseFile.in(runs), PATIENCE), RunPart.KEPT, notices);
  }

  /**
   * A registry in a file elsewhere.
   *
   * @param database ends in {@code .mv.db}
   */
  public static Registry at(Path runs, Path database, Consumer<String> notices) {
    return new Registry(
        runs, new Database(DatabaseFile.of(database), PATIENCE), RunPart.KEPT, notices);
  }

  /** The same registry, in which every list and look-up is of the deleted runs, and of no other. */
  public Registry deleted() {
    return new Registry(runs, database, RunPart.DELETED, notices);
  }

  /** The sweeps among which its runs are trials; of the deleted ones, if this is of those. */
  public SweepRegistry sweeps() {
    return sweeps;
  }

  /**
   * Enters a run before it starts. A record with an empty name gets the next {@code
   * <experiment>-<n>}, which no other run gets, since the database is held meanwhile.
   *
   * @param start makes the run folder from the record with its name; when it throws, nothing is
   *     entered, and when entering fails, the folder goes again
   * @return what {@code start} returned
   */
  public RunRecorder register(RunRecord run, Function<RunRecord, RunRecorder> start) {
    return recordings.register(run, start);
  }

  /**
   * Enters that this process goes on with a run that was stopped or found dead. The database is
   * held meanwhile, so that of two processes one does.
   *
   * @param seen the run's record as it was looked at
   * @param start goes on in the run's folder, from its record as it is now; when it throws, nothing
   *     is changed, and when entering fails, it is taken back
   * @return what {@code start} returned
   * @throws dev.epochal.core.problem.InvalidInputException when there is nothing to go on with, or
   *     the run is no longer as it was seen
   */
  public RunRecorder resume(
      RunFolder folder, RunRecord seen, Function<RunRecord, RunRecorder> start) {
    return recordings.resume(folder, seen, start);
  }

  /**
   * The record of a run as its folder has it; one whose process went without a word is CRASHED from
   * now on, and one of another host that gives no sign of life looks so.
   *
   * @throws EpochalException when the folder is gone or cannot be read
   */
  public RunRecord record(RunFolder folder) {
    return recordings.record(folder);
  }

  /**
   * Refuses, before anything is made, what would keep a run from being recorded: a folder that
   * cannot be written, a database that is damaged, newer than this program, or held by others.
   *
   * @throws EpochalException saying what, where, and what helps
   */
  public void check() {
    RunsFolder.check(runs);
    if (database.exists()) {
      open(sql -> database);
    }
  }

  /**
   * Enters what came of a run. Needed only so that it shows at once: whoever opens the registry
   * next would find it in the folder.
   *
   * @param run the final record, which counts even if the folder could not take it, unless another
   *     process goes on with the run by now
   */
  public void finish(RunRecord run) {
    recordings.finish(run);
  }

  /** The finished runs of a plan, without their histories, the newest first. */
  public List<RunDetail> finished(String planSha256) {
    return access.isNowhere()
        ? List.of()
        : look(
            sql ->
                DetailQuery.withoutHistory(
                    sql,
                    runs,
                    sql.list(
                        "select id from runs where plan_sha256 = ? and status = 'FINISHED' and "
                            + part.sql()
                            + " order by started desc, id desc",
                        row -> row.getString(1),
                        planSha256)));
  }

  /** The runs that were started last, the last one first. */
  public List<RunSummary> list(int limit) {
    return list(RunQuery.newest(limit));
  }

  /** The runs that a query asks for, in its order. */
  public List<RunSummary> list(RunQuery query) {
    return ask(
        query,
        (sql, among, asked) ->
            SummaryQuery.of(
                sql, PageQuery.names(sql, among, asked).stream().map(RunName::id).toList()));
  }

  /** The names of the runs that a query asks for, in its order. */
  public List<RunName> names(RunQuery query) {
    return ask(query, PageQuery::names);
  }

  /**
   * Single values of the runs that a query asks for, in its order.
   *
   * @param operands what is wanted of each
   */
  public List<RunValues> values(RunQuery query, List<Operand> operands) {
    return values(query, operands, operands);
  }

  /**
   * Likewise.
   *
   * @param named those among them that a person named: if no run has one, that is said
   */
  public List<RunValues> values(RunQuery query, List<Operand> operands, List<Operand> named) {
    return ask(
        query,
        (sql, asked, runsQuery) -> {
          NameCheck names = new NameCheck(sql, notices);
          named.stream().distinct().forEach(names::check);
          return ValueQuery.of(sql, PageQuery.names(sql, asked, runsQuery), operands);
        });
  }

  /**
   * A window onto the runs that a query asks for.
   *
   * @param query its limit is how many runs the window shows
   * @param offset how many runs of the query come before it
   * @param operands what is wanted of each run in it
   */
  public RunPage page(RunQuery query, int offset, List<Operand> operands) {
    RunQuery all = new RunQuery(query.filter(), query.order(), Integer.MAX_VALUE);
    return ask(
            all,
            (sql, asked, runsQuery) -> {
              List<RunName> found = PageQuery.names(sql, asked, runsQuery);
              int from = Math.min(offset, found.size());
              int to = (int) Math.min((long) from + query.limit(), found.size());
              return List.of(
                  new RunPage(found.size(), ValueQuery.of(sql, found.subList(from, to), operands)));
            })
        .stream()
        .findFirst()
        .orElse(new RunPage(0, List.of()));
  }

  /** What the runs have, by name. */
  public KnownNames names() {
    if (access.isNowhere()) {
      return new KnownNames(List.of(), List.of(), List.of(), List.of());
    }
    return look(KnownNames::of);
  }

  /**
   * The same, after a run that the others are compared with.
   *
   * @param first null for the baseline, if there is one
   */
  public List<RunDetail> outlines(@Nullable String first, List<String> references) {
    return look(
        sql -> {
          Optional<String> reference =
              first != null ? Optional.of(first) : Baseline.of(sql).map(RunName::id);
          List<String> all = Stream.concat(reference.stream(), references.stream()).toList();
          return DetailQuery.withoutHistory(
              sql, runs, new RunLookup(sql, part, notices).findAll(all));
        });
  }

  /**
   * What is made of each of several runs and some of its histories, each run once, in the order
   * first named; no more than one run's histories are held at a time.
   *
   * @param metrics names; one that a run has no history of is left out there
   * @param made of a run as {@link #outlines} has it
   */
  public <T> List<T> histories(
      List<String> references, List<String> metrics, BiFunction<RunDetail, RunHistory, T> made) {
    return look(
        sql ->
            DetailQuery.withoutHistory(
                    sql, runs, new RunLookup(sql, part, notices).findAll(references))
                .stream()
                .map(run -> made.apply(run, RunHistory.of(sql, run.summary().id(), metrics)))
                .toList());
  }

  private <T> List<T> ask(RunQuery query, Question<T> question) {
    if (access.isNowhere()) {
      return List.of();
    }
    return look(
        sql -> {
          new NameCheck(sql, notices).check(query);
          return question.answer(sql, part, query);
        });
  }

  /** What is asked of the runs of a query. */
  @FunctionalInterface
  private interface Question<T> {
    List<T> answer(Sql sql, RunPart part, RunQuery query);
  }

  /**
   * The id of the run that a person means by an id, a unique prefix of one, a name, or {@code
   * latest}.
   *
   * @throws dev.epochal.core.problem.InvalidInputException when there is no such run, or several
   */
  public String find(String reference) {
    return look(sql -> lookUp(sql, reference));
  }

  private String lookUp(Sql sql, String reference) {
    return new RunLookup(sql, part, notices).find(reference);
  }

  /** Where the run that {@link #find} would find lies, or lay. */
  public RunFolder folder(String reference) {
    return look(sql -> DetailQuery.folder(sql, runs, lookUp(sql, reference)));
  }

  /** Everything about the run that {@link #find} would find. */
  public RunDetail show(String reference) {
    return look(sql -> DetailQuery.of(sql, runs, lookUp(sql, reference)));
  }

  /**
   * Changes what was added to the runs that {@link #find} would find, each once: in their folders,
   * then here. No other process changes anything meanwhile.
   *
   * @return the runs as they are now
   * @throws dev.epochal.core.problem.InvalidInputException with every problem, when one of them is
   *     not there or does not allow it; then none is changed
   */
  public List<RunRecord> annotate(List<String> references, Edit edit) {
    return change(
        (sql, changed) ->
            annotator(sql, changed)
                .edit(new RunLookup(sql, part, notices).findAll(references), edit));
  }

  /** Makes the run that {@link #find} would find the one that others are compared with. */
  public RunName pin(String reference) {
    return change(
        (sql, changed) -> Baseline.pin(sql, annotator(sql, changed), lookUp(sql, reference)));
  }

  /** From now on no run is the one that others are compared with; returns the one that was. */
  public Optional<RunName> unpin() {
    return change((sql, changed) -> Baseline.unpin(sql, annotator(sql, changed)));
  }

  /** The run that others are compared with, if one was pinned. */
  public Optional<RunName> baseline() {
    return look(Baseline::of);
  }

  /** What {@link #removeDeleted} would free. */
  public Freed wouldRemove() {
    return new Collector(runs, access, notices).wouldRemove();
  }

  /**
   * Takes the deleted runs and sweeps that are over away for good, and the images that no other run
   * refers to. What a call that was killed left, the next one removes.
   */
  public Freed removeDeleted() {
    return new Collector(runs, access, notices).remove();
  }

  private Annotator annotator(Sql sql, Consumer<Changed> changed) {
    return new Annotator(sql, runs, notices, changed);
  }

  /**
   * What {@link #show} says of each of several runs, without their histories; each run once, in the
   * order first named.
   */
  public List<RunDetail> outlines(List<String> references) {
    return look(
        sql ->
            DetailQuery.withoutHistory(
                sql, runs, new RunLookup(sql, part, notices).findAll(references)));
  }

  /**
   * Some histories of several runs.
   *
   * @param runs ids
   * @return by run, then by metric; without runs that have none
   */
  public Map<String, SortedMap<String, Series>> histories(
      List<String> runs, Collection<String> metrics) {
    return runs.isEmpty() || metrics.isEmpty()
        ? Map.of()
        : look(sql -> HistoryQuery.of(sql, runs, metrics));
  }

  /**
   * What {@link #show} would say of a run, from its folder alone: for when the registry cannot be
   * had.
   *
   * @param run the final record, which counts even if the folder could not take it
   */
  public static RunDetail withoutRegistry(Path runs, RunRecord run) {
    return Database.inMemory(
        sql -> {
          Recordings.enter(sql, RunFolder.of(runs, run.id()), run, notice -> {});
          return DetailQuery.of(sql, runs, run.id());
        });
  }

  /**
   * Makes the registry anew from the run folders; the old one can be used meanwhile. It is kept
   * under another name, which is said, when it is damaged or has runs whose folders are gone.
   *
   * @return how many runs there are now
   */
  public int reindex() {
    return new Reindex(runs, database, notices).run();
  }

  /**
   * Lists the files of a run that is over anew, in its folder and here, when something was added to
   * them or drawn again. A run that goes on lists its own at its end.
   *
   * @throws EpochalException when the run's folder cannot be read or its record not be written
   */
  public void relist(RunFolder folder) {
    recordings.relist(folder);
  }

  /**
   * Enters what the test split of a run that is over yielded, which was not read before: in its
   * folder, then here.
   *
   * @param metrics all final metrics of the run
   * @return the run's record as it is now
   * @throws EpochalException when the run's folder cannot be read or its record not be written
   */
  public RunRecord testRead(RunFolder folder, SortedMap<String, Double> metrics) {
    return recordings.testRead(folder, metrics);
  }

  private <T> T open(Function<Sql, T> work) {
    return change((sql, changed) -> work.apply(sql));
  }

  private <T> T change(Access.Change<T> change) {
    return access.change(change);
  }

  private <T> T look(Function<Sql, T> work) {
    return access.look(work);
  }
}
