package dev.epochal.registry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of runs and sweeps that were given none: {@code <experiment>-<n>}. */
final class RunNames {
  private RunNames() {}

  /** One more than the highest number of the experiment; unique as long as the database is held. */
  static String next(Sql sql, String experiment) {
    return next(sql, "runs", experiment, experiment);
  }

  /** Likewise of a sweep: {@code <experiment>-sweep-<n>}. */
  static String nextSweep(Sql sql, String experiment) {
    return next(sql, "sweeps", experiment, experiment + "-sweep");
  }

  private static String next(Sql sql, String table, String experiment, String stem) {
    Pattern numbered = Pattern.compile(Pattern.quote(stem) + "-(\\d{1,9})");
    int highest =
        sql
            .list(
                "select name from " + table + " where experiment = ? and deleted is null",
                row -> row.getString(1),
                experiment)
            .stream()
            .map(numbered::matcher)
            .filter(Matcher::matches)
            .mapToInt(match -> Integer.parseInt(match.group(1)))
            .max()
            .orElse(0);
    return stem + "-" + (highest + 1);
  }
}
