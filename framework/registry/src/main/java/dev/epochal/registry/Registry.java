package dev.epochal.registry;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Every run of a folder of runs, queryable. Each call opens the embedded database for itself,
 * catches up with the run folders, and closes it, so several processes can use it at once.
 */
public final class Registry {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path runs;
  private final Database database;
  private final Consumer<String> notices;

  private Registry(Path runs, DatabaseFile file, Consumer<String> notices) {
    this.runs = runs;
    this.database = new Database(file, PATIENCE);
    this.notices = notices;
  }

  /**
   * The registry that lies among its runs. Nothing is opened yet.
   *
   * @param notices is told, in one line each, what a person should know and nothing fails for: a
   *     run folder that cannot be read, a name that several runs have
   */
  public static Registry in(Path runs, Consumer<String> notices) {
    return new Registry(runs, DatabaseFile.in(runs), notices);
  }

  /**
   * A registry in a file elsewhere.
   *
   * @param database ends in {@code .mv.db}
   */
  public static Registry at(Path runs, Path database, Consumer<String> notices) {
    return new Registry(runs, DatabaseFile.of(database), notices);
  }

  /**
   * Enters a run before it starts. A record with an empty name gets the next {@code
   * <experiment>-<n>}, which no other run gets, since the database is held meanwhile.
   *
   * @param start makes the run folder from the record with its name; when it throws, nothing is
   *     entered
   * @return what {@code start} returned
   */
  public <T> T register(RunRecord run, Function<RunRecord, T> start) {
    return open(
        sql -> {
          RunRecord named =
              run.name().isEmpty() ? run.named(RunNames.next(sql, run.experiment())) : run;
          T started = start.apply(named);
          ingest(sql, named.id());
          return started;
        });
  }

  /**
   * Enters what came of a run. Needed only so that it shows at once: whoever opens the registry
   * next would find it in the folder.
   *
   * @param run the final record, which counts even if the folder could not take it
   */
  public void finish(RunRecord run) {
    database.openAndTidy(
        sql -> {
          catchUp(sql);
          try {
            new Ingest(sql, notices).record(RunFolder.of(runs, run.id()), run);
          } catch (IOException e) {
            throw new EpochalException("cannot enter run " + run.id() + ": " + e, e);
          }
          return run;
        });
  }

  /** The runs that were started last, the last one first. */
  public List<RunSummary> list(int limit) {
    return list(RunQuery.newest(limit));
  }

  /** The runs that a query asks for, in its order. */
  public List<RunSummary> list(RunQuery query) {
    if (!Files.isDirectory(runs) && !database.exists()) {
      return List.of(); // looking leaves nothing behind where no run has been
    }
    return open(sql -> SummaryQuery.of(sql, query));
  }

  /**
   * The id of the run that a person means by an id, a unique prefix of one, a name, or {@code
   * latest}.
   *
   * @throws dev.epochal.core.problem.InvalidInputException when there is no such run, or several
   */
  public String find(String reference) {
    return open(sql -> new RunLookup(sql, notices).find(reference));
  }

  /** Everything about the run that {@link #find} would find. */
  public RunDetail show(String reference) {
    return open(sql -> DetailQuery.of(sql, new RunLookup(sql, notices).find(reference)));
  }

  /**
   * Forgets every row and takes all run folders in again. A file that is no database is put aside
   * under another name first, which is said.
   *
   * @return how many runs there are now
   */
  public int rebuild() {
    try {
      database.openRaw(sql -> sql.update("drop all objects"));
    } catch (BrokenDatabaseException e) {
      notices.accept("put the damaged registry aside as " + database.putAside());
    }
    int runsNow =
        open(sql -> sql.first("select count(*) from runs", row -> row.getInt(1)).orElse(0));
    compact();
    return runsNow;
  }

  /** Gives back the space that the database does not use; takes seconds for a large one. */
  public void compact() {
    database.openRaw(sql -> sql.update("shutdown compact"));
  }

  private <T> T open(Function<Sql, T> work) {
    return database.open(
        sql -> {
          catchUp(sql);
          return work.apply(sql);
        });
  }

  private void catchUp(Sql sql) {
    new CatchUp(runs, notices).run(sql);
  }

  private void ingest(Sql sql, String id) {
    try {
      new Ingest(sql, notices).folder(RunFolder.of(runs, id));
    } catch (IOException e) {
      throw new EpochalException("cannot enter run " + id + ": " + e, e);
    }
  }
}
