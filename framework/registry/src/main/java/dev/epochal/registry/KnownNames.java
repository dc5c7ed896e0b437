package dev.epochal.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the runs of a registry have, by name: what a person may filter by, sort by and look at.
 *
 * @param series metrics that have a history
 */
public record KnownNames(
    List<String> params, List<String> metrics, List<String> tags, List<String> series) {
  /** More are not offered to anybody. */
  private static final int MOST = 5_000;

  public KnownNames {
    params = List.copyOf(params);
    metrics = List.copyOf(metrics);
    tags = List.copyOf(tags);
    series = List.copyOf(series);
  }

  static KnownNames of(Sql sql) {
    return new KnownNames(
        names(sql, "params"),
        names(sql, "metrics"),
        names(sql, "tags"),
        sql.list(
            "select distinct metric from series where run_id in"
                + " (select id from runs order by started desc limit 20) order by metric",
            row -> row.getString(1)));
  }

  /** From name to name through the index: there are few names in very many rows. */
  private static List<String> names(Sql sql, String table) {
    List<String> names = new ArrayList<>();
    Optional<String> next =
        sql.first("select name from " + table + " order by name limit 1", row -> row.getString(1));
    while (next.isPresent() && names.size() < MOST) {
      names.add(next.get());
      next =
          sql.first(
              "select name from " + table + " where name > ? order by name limit 1",
              row -> row.getString(1),
              next.get());
    }
    return names;
  }
}
