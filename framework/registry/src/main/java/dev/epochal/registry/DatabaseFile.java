package dev.epochal.registry;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The file of an embedded registry, and the URL that opens it.
 *
 * @param path absolute, ending in {@code .mv.db}
 */
record DatabaseFile(Path path) {
  private static final String SUFFIX = ".mv.db";

  /**
   * Closing makes every commit durable, and an open lasts a moment, so the store need not write at
   * each commit, which made the file five times as large. Old pages may be reused at once
   * (RETENTION_TIME), no hook waits for the end of the JVM, and no trace file appears.
   */
  private static final String SETTINGS =
      ";RETENTION_TIME=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

  /** Without it, closing gives space back: up to a second in a large file. */
  private static final String UNTIDY = ";AUTO_COMPACT_FILL_RATE=0;MAX_COMPACT_TIME=0";

  /** The registry of a folder of runs, where nobody says otherwise. */
  static DatabaseFile in(Path runs) {
    return of(runs.resolve("registry" + SUFFIX));
  }

  /**
   * @throws InvalidInputException when the path cannot be a database's: a {@code ;} would start a
   *     setting in H2's URL, and some settings run SQL
   */
  static DatabaseFile of(Path file) {
    Path path = file.toAbsolutePath().normalize();
    if (path.toString().indexOf(';') >= 0) {
      throw new InvalidInputException(
          Problem.of(
              "the path of a registry must not contain ';' but was " + path,
              "choose another folder with --runs"));
    }
    if (!path.getFileName().toString().endsWith(SUFFIX)) {
      throw new InvalidInputException(
          Problem.of("the file of a registry must end in " + SUFFIX + " but was " + path));
    }
    return new DatabaseFile(path);
  }

  /** Where a new one is made that is to take this one's place. */
  DatabaseFile beside() {
    return new DatabaseFile(path.resolveSibling(stem() + ".reindex" + SUFFIX));
  }

  /** A name beside it that nothing has: where it can be kept when a new one takes its place. */
  Path aside() {
    String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
    Path aside = path.resolveSibling(stem() + "." + time + ".old");
    for (int i = 2; Files.exists(aside); i++) {
      aside = path.resolveSibling(stem() + "." + time + "." + i + ".old");
    }
    return aside;
  }

  private String stem() {
    String name = path.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }

  /**
   * JDBC URL; absolute, so that nothing in it is taken for H2's {@code ~} or a file scheme.
   *
   * @param tidy whether closing gives space back
   */
  String url(boolean tidy) {
    return base() + SETTINGS + (tidy ? "" : UNTIDY);
  }

  /** JDBC URL for looking alone; the file must be there. */
  String readOnlyUrl() {
    return base() + SETTINGS + UNTIDY + ";ACCESS_MODE_DATA=r";
  }

  private String base() {
    return "jdbc:h2:file:" + path.resolveSibling(stem());
  }
}
