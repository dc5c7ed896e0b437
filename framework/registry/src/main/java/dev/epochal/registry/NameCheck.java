package dev.epochal.registry;

import dev.epochal.core.problem.Suggestions;
import dev.epochal.registry.filter.Operand;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Says which names of a query no run has, since a mistyped one looks like an empty answer. */
final class NameCheck {
  /** More names than this are not looked through for the one that was meant. */
  private static final int MOST = 5_000;

  private static final int LONGEST = 100;
  private static final Pattern USUAL = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*");

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
    if (!names(table, column, " where " + column + " = ? limit 1", name).isEmpty()
        || names("runs", "id", " limit 1").isEmpty()) {
      return; // of no runs at all, the empty answer says enough
    }
    List<String> known =
        sql.list(
            "select distinct " + column + " from " + table + " limit " + MOST,
            row -> row.getString(1));
    String near =
        near(name, known).map(other -> "; did you mean " + prefix + quoted(other) + "?").orElse("");
    notices.accept("no run has " + prefix + quoted(name) + near);
  }

  /** The nearest in letters, or else one that ends, or begins, as the one that was typed. */
  private static Optional<String> near(String name, List<String> known) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    String first = name.substring(0, (name.length() + 1) / 2);
    return Suggestions.nearest(name, known)
        .or(() -> known.stream().filter(other -> other.endsWith("." + last)).findFirst())
        .or(() -> known.stream().filter(other -> other.startsWith(first)).findFirst());
  }

  /** As a filter takes it: an unusual one between back-ticks, a long one cut short. */
  private static String quoted(String name) {
    String shown = name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
    return USUAL.matcher(name).matches() ? shown : "`" + shown.replace("`", "``") + "`";
  }

  private List<String> names(String table, String column, String rest, Object... arguments) {
    return sql.list(
        "select " + column + " from " + table + rest, row -> row.getString(1), arguments);
  }
}
