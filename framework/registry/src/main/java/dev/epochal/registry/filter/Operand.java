package dev.epochal.registry.filter;

import dev.epochal.core.stats.TimeTo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of a run is asked about. */
public sealed interface Operand {
  /** What of a run has a column of its own. */
  enum Field implements Operand {
    ID("id", Type.TEXT),
    NAME("name", Type.TEXT),
    EXPERIMENT("experiment", Type.TEXT),
    STATUS("status", Type.TEXT),
    SEED("seed", Type.NUMBER),
    STARTED("started", Type.TIME),
    ENDED("ended", Type.TIME),
    DURATION("extract(epoch from (ended - started))", Type.DURATION),
    DATASET("dataset_used", Type.TEXT),
    /** The one that the run was made for; conditions hold of all that have it: {@link Trials}. */
    SWEEP("coalesce((select s.name from sweeps s where s.id = runs.sweep), runs.sweep)", Type.TEXT),
    /** Its number there; conditions likewise. */
    TRIAL("runs.trial", Type.NUMBER),
    /** All that was noted, as one text. */
    NOTE("note", Type.TEXT);

    private final String sql;
    private final Type type;

    Field(String sql, Type type) {
      this.sql = sql;
      this.type = type;
    }

    String sql() {
      return sql;
    }

    /** As it is written in a filter. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Type type() {
      return type;
    }

    static Optional<Field> of(String word) {
      return Arrays.stream(values()).filter(field -> field.word().equals(word)).findFirst();
    }

    static List<String> words() {
      return Arrays.stream(values()).map(Field::word).toList();
    }
  }

  /** An input that was set, by its dotted key. */
  record Param(String name) implements Operand {
    @Override
    public Type type() {
      return Type.NUMBER_OR_TEXT;
    }
  }

  /** A final metric. */
  record Metric(String name) implements Operand {
    @Override
    public Type type() {
      return Type.NUMBER;
    }
  }

  /** A word that was given to the run. */
  record Tag(String name) implements Operand {
    @Override
    public Type type() {
      return Type.TEXT;
    }
  }

  /**
   * When a metric first reached a value: losses by falling to it, all others by rising to it. A run
   * that never did has none.
   *
   * @param seconds whether it is asked in seconds of training and of making batches, not in epochs
   */
  record Reached(String metric, double value, boolean seconds) implements Operand {
    /** The table {@code (operand, run_id, number)} that a query finds their values in. */
    public static final String TABLE = "reached";

    /** What it is, to be asked of a run's histories. */
    public TimeTo timeTo() {
      return new TimeTo(seconds ? TimeTo.Unit.SECONDS : TimeTo.Unit.EPOCHS, metric, value);
    }

    /** By which it is known in the table. */
    public String text() {
      return timeTo().toString();
    }

    @Override
    public Type type() {
      return Type.NUMBER;
    }
  }

  /** Of which type its values are. */
  Type type();

  /** Types of values. */
  enum Type {
    TEXT("a text"),
    NUMBER("a number"),
    NUMBER_OR_TEXT("a number or a text"),
    TIME("a date such as 2026-11-01, or -7d for seven days ago"),
    DURATION("a duration such as 90s, 5m or 2h");

    private final String said;

    Type(String said) {
      this.said = said;
    }

    String said() {
      return said;
    }

    boolean holdsText() {
      return this == TEXT || this == NUMBER_OR_TEXT;
    }
  }
}
