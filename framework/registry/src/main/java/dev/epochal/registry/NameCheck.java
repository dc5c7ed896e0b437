package dev.epochal.registry;

import dev.epochal.registry.filter.Operand;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says which names of a query no run has, since a mistyped one looks like an empty answer. */
final class NameCheck {
  private final Sql sql;
  private final Consumer<String> notices;

  NameCheck(Sql sql, Consumer<String> notices) {
    this.sql = sql;
    this.notices = notices;
  }

  void check(RunQuery query) {
    query.operands().forEach(this::check);
  }

  /** Says so of a single name too. */
  void check(Operand operand) {
    if (operand instanceof Operand.Metric metric) {
      check("metrics", "name", metric.name(), "metrics.");
    } else if (operand instanceof Operand.Param param) {
      check("params", "name", param.name(), "params.");
    } else if (operand instanceof Operand.Tag tag) {
      check("tags", "name", tag.name(), "tags.");
    } else if (operand instanceof Operand.Reached reached) {
      check("series", "metric", reached.metric(), "");
    }
  }

  private void check(String table, String column, String name, String prefix) {
    List<String> found = names(table, column, "= ? limit 1", name);
    if (!found.isEmpty()) {
      return;
    }
    // A name that begins, or ends, as the one that was typed is the likeliest to be meant.
    String last = name.substring(name.lastIndexOf('.') + 1);
    String near =
        Stream.of(name.substring(0, (name.length() + 1) / 2) + "%", "%." + last)
            .map(pattern -> first(names(table, column, "like ? order by 1 limit 1", pattern)))
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .map(other -> "; did you mean " + prefix + other + "?")
            .orElse("");
    notices.accept("no run has " + prefix + name + near);
  }

  private List<String> names(String table, String column, String condition, String argument) {
    return sql.list(
        "select " + column + " from " + table + " where " + column + " " + condition,
        row -> row.getString(1),
        argument);
  }

  private static @Nullable String first(List<String> names) {
    return names.isEmpty() ? null : names.get(0);
  }
}
