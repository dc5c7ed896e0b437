package dev.epochal.cli;

import dev.epochal.core.answer.Amounts;
import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.AnswerComparison;
import dev.epochal.core.answer.AnswerLevel;
import dev.epochal.core.answer.AnswerPart;
import dev.epochal.core.answer.AnswerStream;
import dev.epochal.core.answer.AtBest;
import dev.epochal.core.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an answer rests on, as tables. */
final class AnswerTables {
  private AnswerTables() {}

  /** A column that is there only where some row has something to say. */
  private record Column(String header, Function<AnswerLevel, String> cell, boolean always) {}

  /** Level by level. */
  static Table levels(String factor, String response, List<AnswerLevel> levels) {
    Amounts amounts = Amounts.of(response);
    List<Column> columns =
        List.of(
            new Column(factor, AnswerLevel::level, true),
            new Column("n", level -> Integer.toString(level.n()), true),
            new Column("diverged", level -> count(level.diverged()), false),
            new Column("not reached", level -> count(level.unreached()), false),
            new Column("stopped early", level -> count(level.stopped()), false),
            new Column("left out", level -> count(level.leftOut()), false),
            new Column(
                "mean",
                level -> Double.isFinite(level.mean()) ? amounts.value(level.mean()) : "",
                true),
            new Column(
                "sd",
                level -> Double.isFinite(level.sd()) ? amounts.difference(level.sd()) : "",
                true),
            new Column("95 % interval", level -> interval(amounts, level.ci()), true),
            new Column("bootstrap", level -> interval(amounts, level.bootstrap()), false),
            new Column("training s", level -> seconds(level.seconds()), false));
    List<Column> shown =
        columns.stream()
            .filter(
                column ->
                    column.always()
                        || levels.stream().anyMatch(level -> !column.cell().apply(level).isEmpty()))
            .toList();
    return new Table(
        shown.stream().map(Column::header).toList(),
        levels.stream()
            .map(level -> shown.stream().map(column -> column.cell().apply(level)).toList())
            .toList());
  }

  private static String count(int runs) {
    return runs == 0 ? "" : Integer.toString(runs);
  }

  private static String seconds(@Nullable Double seconds) {
    return seconds == null ? "" : String.format(Locale.ROOT, "%.1f", seconds);
  }

  private static String interval(Amounts amounts, @Nullable Interval interval) {
    return interval == null || !Double.isFinite(interval.low()) ? "" : amounts.interval(interval);
  }

  /** Pair by pair. */
  static Table comparisons(String response, List<AnswerComparison> comparisons) {
    List<List<String>> rows = new ArrayList<>();
    for (AnswerComparison one : comparisons) {
      rows.add(comparison(response, one.b() + " - " + one.a(), one));
    }
    return new Table(header(response), rows);
  }

  /** Class by class, pair by pair. */
  static Table classes(List<AnswerPart> classes) {
    List<List<String>> rows = new ArrayList<>();
    for (AnswerPart part : classes) {
      for (AnswerComparison one : part.comparisons()) {
        rows.add(comparison(part.response(), part.name() + ": " + one.b() + " - " + one.a(), one));
      }
    }
    return new Table(header("auc"), rows);
  }

  private static List<String> header(String response) {
    return List.of("difference", "n", response, "95 % interval", "test", "p", "p (Holm)", "g");
  }

  private static List<String> comparison(String response, String name, AnswerComparison one) {
    Amounts amounts = Amounts.of(response);
    boolean measured = Double.isFinite(one.difference());
    return List.of(
        name,
        Integer.toString(one.n()),
        measured ? amounts.difference(one.difference()) : "",
        interval(amounts, one.ci()),
        one.test(),
        p(one.p()),
        p(one.pAdjusted()),
        Double.isFinite(one.effect()) ? String.format(Locale.ROOT, "%.2f", one.effect()) : "");
  }

  private static String p(double p) {
    return p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  /** Stream by stream. */
  static Table streams(Answer answer) {
    Amounts amounts = Amounts.of(answer.response());
    List<List<String>> rows = new ArrayList<>();
    for (AnswerStream stream : answer.streams()) {
      boolean whole = stream.stream().equals("seed");
      rows.add(
          List.of(
              whole ? "seed (all of them)" : "seeds." + stream.stream(),
              Integer.toString(stream.n()),
              amounts.value(stream.mean()),
              amounts.difference(stream.sd()),
              interval(amounts, stream.ci()),
              share(stream),
              Integer.toString(stream.differentBits())));
    }
    return new Table(
        List.of("stream", "n", "mean", "sd", "95 % of the sd", "share", "results"), rows);
  }

  private static String share(AnswerStream stream) {
    if (stream.share() == null) {
      return "";
    }
    Interval ci = stream.shareCi();
    return String.format(Locale.ROOT, "%.0f %%", 100 * stream.share())
        + (ci == null || !Double.isFinite(ci.low())
            ? ""
            : String.format(Locale.ROOT, " [%.0f, %.0f]", 100 * ci.low(), 100 * ci.high()));
  }

  /** Which value each level chose. */
  static Table atBest(String factor, AtBest best) {
    return new Table(
        List.of(factor, "its best " + best.key(), "runs"),
        best.chosen().stream()
            .map(one -> List.of(one.level(), one.value(), Integer.toString(one.runs())))
            .toList());
  }
}
