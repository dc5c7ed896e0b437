package dev.epochal.cli;

import dev.epochal.core.answer.Amounts;
import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.AnswerPart;
import dev.epochal.core.stats.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** An answer: its sentence, then what it rests on. */
final class AnswerText {
  private final Answer answer;
  private final Amounts amounts;
  private final Style style;
  private final List<String> parts = new ArrayList<>();

  /** How each kind of part is written; every one ends its line. */
  private record Style(
      UnaryOperator<String> heading,
      UnaryOperator<String> paragraph,
      UnaryOperator<String> lead,
      UnaryOperator<String> note,
      Function<Table, String> table) {}

  private AnswerText(Answer answer, Style style) {
    this.answer = answer;
    this.amounts = Amounts.of(answer.response());
    this.style = style;
  }

  /** For a terminal of so many columns. */
  static String plain(Answer answer, int width) {
    UnaryOperator<String> paragraph = words -> Wrapped.lines("", "", Plain.of(words));
    return new AnswerText(
            answer,
            new Style(
                words -> answer.question() == null ? "" : paragraph.apply(words),
                paragraph,
                paragraph,
                words -> paragraph.apply("Note: " + words),
                shown -> Grid.turned(shown, width) + "\n"))
        .text();
  }

  /** A section that can be pasted into a page as it is. */
  static String markdown(Answer answer) {
    return new AnswerText(
            answer,
            new Style(
                words -> "## " + Markdown.text(words) + "\n",
                words -> Markdown.text(words) + "\n",
                words -> "**" + Markdown.text(words) + "**\n",
                words -> "- " + Markdown.text(words) + "\n",
                Markdown::of))
        .text();
  }

  private String text() {
    add(style.heading.apply(question()));
    add(style.lead.apply(answer.sentence()));
    if (answer.streams().isEmpty()) {
      add(
          style.table.apply(
              AnswerTables.levels(answer.factor(), answer.response(), answer.levels())));
    } else {
      add(style.table.apply(AnswerTables.streams(answer)));
    }
    if (!answer.comparisons().isEmpty()) {
      add(style.table.apply(AnswerTables.comparisons(answer.response(), answer.comparisons())));
    }
    trend();
    if (Double.isFinite(answer.noiseSd()) && answer.streams().isEmpty()) {
      add(
          style.paragraph.apply(
              "Runs of one level that differ in seeds alone have a standard deviation of "
                  + amounts.difference(answer.noiseSd())
                  + "."));
    }
    atBest();
    if (!answer.classes().isEmpty()) {
      add(style.table.apply(AnswerTables.classes(answer.classes())));
    }
    answer.budgets().forEach(part -> part(budget(part), part));
    answer.also().forEach(part -> part("On " + part.name(), part));
    String notes =
        String.join(
            "", answer.warnings().stream().map(one -> style.note.apply(one + ".")).toList());
    add(notes);
    return String.join("\n", parts);
  }

  private void add(String part) {
    if (!part.isEmpty()) {
      parts.add(part);
    }
  }

  private String question() {
    return answer.question() == null
        ? "Does %s change %s?".formatted(answer.factor(), answer.response())
        : answer.question().strip();
  }

  private void trend() {
    Trend trend = answer.trend();
    if (trend == null || !Double.isFinite(trend.slope())) {
      return;
    }
    add(
        style.paragraph.apply(
            String.format(
                Locale.ROOT,
                "Over %s it goes by %s%s per %s; Spearman's correlation is %.2f, p %s.",
                answer.factor(),
                amounts.difference(trend.slope()),
                Double.isFinite(trend.interval().low())
                    ? " " + amounts.interval(trend.interval())
                    : "",
                trend.log() ? "doubling" : "unit",
                trend.rho(),
                Amounts.p(trend.p()))));
  }

  private void atBest() {
    if (answer.atBest() == null) {
      return;
    }
    add(style.table.apply(AnswerTables.atBest(answer.factor(), answer.atBest())));
    for (AnswerPart part : answer.atBest().at()) {
      add(
          style.paragraph.apply(
              "All at %s = %s: %s".formatted(answer.atBest().key(), part.name(), part.sentence())));
    }
  }

  private static String budget(AnswerPart part) {
    return "At equal " + part.name();
  }

  private void part(String title, AnswerPart part) {
    add(style.paragraph.apply(title + ": " + part.sentence()));
    add(style.table.apply(AnswerTables.levels(answer.factor(), part.response(), part.levels())));
    add(
        String.join(
            "",
            part.warnings().stream()
                .filter(one -> !answer.warnings().contains(one))
                .map(one -> style.note.apply(one + "."))
                .toList()));
  }
}
