package dev.epochal.registry;

import dev.epochal.registry.folder.Changed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How a registry is opened for a piece of work: caught up with the run folders before, and made
 * anew when its file is damaged.
 */
final class Access {
  /** New runs are taken in for as long before others may have the database in between. */
  private static final Duration TURN = Duration.ofSeconds(2);

  /** A database of so many runs is made beside, and faster, if there is none yet. */
  private static final int MANY = 200;

  /** A new file that is damaged at once would be damaged again. */
  private static final int MENDINGS = 2;

  private final Path runs;
  private final Database database;
  private final Consumer<String> notices;

  Access(Path runs, Database database, Consumer<String> notices) {
    this.runs = runs;
    this.database = database;
    this.notices = notices;
  }

  /** Whether there is nothing to look at: looking leaves nothing behind where no run has been. */
  boolean isNowhere() {
    return !Files.isDirectory(runs) && !database.exists();
  }

  /** Work that may change folders of runs that are over. */
  @FunctionalInterface
  interface Change<T> {
    /** Announces each change to {@code changed} before it makes it. */
    T make(Sql sql, Consumer<Changed> changed);
  }

  /** Opens the database, and settles what was announced once it is closed. */
  <T> T change(Change<T> change) {
    return opened(database::open, change, false);
  }

  /** The same, and gives space back on closing. */
  <T> T changeAndTidy(Change<T> change) {
    return opened(database::openAndTidy, change, false);
  }

  /** Where nothing can be written, what there is can still be looked at. */
  <T> T look(Function<Sql, T> work) {
    try {
      return opened(database::open, (sql, changed) -> work.apply(sql), true);
    } catch (UnwritableDatabaseException e) {
      if (!database.exists()) {
        throw e;
      }
      notices.accept(e.getMessage() + "; shown is what it held before");
      return database.openCopy(work);
    }
  }

  /** One way of opening the database. */
  private interface Opening<T> {
    Optional<T> open(Function<Sql, Optional<T>> work);
  }

  /**
   * Makes a change in a sound database.
   *
   * @param repeatable whether it can be made again when damage shows only while it is made
   */
  private <T> T opened(Opening<T> opening, Change<T> change, boolean repeatable) {
    for (int mendings = 0; true; mendings++) {
      AtomicBoolean begun = new AtomicBoolean();
      try {
        return caughtUp(
            opening,
            (sql, changed) -> {
              begun.set(true);
              return change.make(sql, changed);
            });
      } catch (DamagedDatabaseException e) {
        if (mendings == MENDINGS || (begun.get() && !repeatable)) {
          throw e;
        }
        mend(e);
      }
    }
  }

  private <T> T caughtUp(Opening<T> opening, Change<T> change) {
    if (!database.exists() && RunFolders.areAtLeast(MANY, runs)) {
      new Reindex(runs, database, notices).runWhereThereIsNone();
    }
    CatchUp catchUp = new CatchUp(runs, notices);
    List<Changed> announced = new ArrayList<>();
    while (true) {
      Optional<T> made =
          opening.open(
              sql ->
                  catchUp
                      .run(sql, TURN)
                      .map(
                          caughtUp -> {
                            announced.addAll(caughtUp);
                            return change.make(sql, announced::add);
                          }));
      if (made.isPresent()) {
        announced.forEach(Changed::settled);
        return made.get();
      }
      // Whoever waits meanwhile is the next: see Turnstile.
    }
  }

  private void mend(DamagedDatabaseException damage) {
    database
        .putAside(damage.file())
        .ifPresent(
            aside ->
                notices.accept(
                    damage.damage()
                        + ": it is now "
                        + aside
                        + ", and the registry is made anew from the run folders"));
  }
}
