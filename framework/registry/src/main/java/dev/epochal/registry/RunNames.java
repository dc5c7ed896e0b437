package dev.epochal.registry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of runs that were given none: {@code <experiment>-<n>}. */
final class RunNames {
  private RunNames() {}

  /** One more than the highest number of the experiment; unique as long as the database is held. */
  static String next(Sql sql, String experiment) {
    Pattern numbered = Pattern.compile(Pattern.quote(experiment) + "-(\\d{1,9})");
    int highest =
        sql
            .list(
                "select name from runs where experiment = ? and deleted is null",
                row -> row.getString(1),
                experiment)
            .stream()
            .map(numbered::matcher)
            .filter(Matcher::matches)
            .mapToInt(match -> Integer.parseInt(match.group(1)))
            .max()
            .orElse(0);
    return experiment + "-" + (highest + 1);
  }
}
