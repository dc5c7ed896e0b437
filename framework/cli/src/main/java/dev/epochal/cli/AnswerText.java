package dev.epochal.cli;

import dev.epochal.core.answer.Amounts;
import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.AnswerComparison;
import dev.epochal.core.answer.AnswerLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** An answer: its sentence, then what it rests on. */
final class AnswerText {
  private final Answer answer;
  private final Amounts amounts;
  private final Function<Table, String> table;
  private final UnaryOperator<String> paragraph;

  private AnswerText(
      Answer answer, Function<Table, String> table, UnaryOperator<String> paragraph) {
    this.answer = answer;
    this.amounts = Amounts.of(answer.response());
    this.table = table;
    this.paragraph = paragraph;
  }

  /** For a terminal of so many columns. */
  static String plain(Answer answer, int width) {
    return new AnswerText(
            answer,
            shown -> Grid.turned(shown, width) + "\n",
            words -> Wrapped.lines("", "", Plain.of(words)))
        .text();
  }

  static String markdown(Answer answer) {
    return new AnswerText(answer, Markdown::of, words -> Markdown.text(words) + "\n").text();
  }

  private String text() {
    List<String> parts = new ArrayList<>();
    parts.add(paragraph.apply(answer.sentence()));
    parts.add(table.apply(levels()));
    if (!answer.comparisons().isEmpty()) {
      parts.add(table.apply(comparisons()));
    }
    if (Double.isFinite(answer.noiseSd())) {
      parts.add(
          paragraph.apply(
              "Runs of one level differ by a standard deviation of "
                  + amounts.difference(answer.noiseSd())
                  + "."));
    }
    answer.warnings().forEach(warning -> parts.add(paragraph.apply("Note: " + warning + ".")));
    return String.join("\n", parts);
  }

  private Table levels() {
    List<List<String>> rows = new ArrayList<>();
    for (AnswerLevel level : answer.levels()) {
      rows.add(
          List.of(
              level.level(),
              Integer.toString(level.n()),
              level.diverged() == 0 ? "" : Integer.toString(level.diverged()),
              Double.isFinite(level.mean()) ? amounts.value(level.mean()) : "",
              Double.isFinite(level.sd()) ? amounts.difference(level.sd()) : "",
              Double.isFinite(level.ci().low()) ? amounts.interval(level.ci()) : ""));
    }
    return new Table(
        List.of(answer.factor(), "n", "diverged", "mean", "sd", "95 % interval"), rows);
  }

  private Table comparisons() {
    List<List<String>> rows = new ArrayList<>();
    for (AnswerComparison one : answer.comparisons()) {
      boolean measured = Double.isFinite(one.difference());
      rows.add(
          List.of(
              one.b() + " - " + one.a(),
              Integer.toString(one.n()),
              measured ? amounts.difference(one.difference()) : "",
              measured ? amounts.interval(one.ci()) : "",
              one.test(),
              p(one.p()),
              p(one.pAdjusted()),
              Double.isFinite(one.effect())
                  ? String.format(Locale.ROOT, "%.2f", one.effect())
                  : ""));
    }
    return new Table(
        List.of(
            "difference", "n", answer.response(), "95 % interval", "test", "p", "p (Holm)", "g"),
        rows);
  }

  private static String p(double p) {
    return p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
  }
}
