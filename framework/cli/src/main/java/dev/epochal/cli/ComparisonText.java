package dev.epochal.cli;

import dev.epochal.runner.compare.ComparedRun;
import dev.epochal.runner.compare.Comparison;
import dev.epochal.runner.compare.Pair;
import dev.epochal.runner.compare.PairedTest.NotTested;
import dev.epochal.runner.compare.PairedTest.Tested;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A comparison in words and tables, for a terminal or as Markdown. */
final class ComparisonText {
  private final Comparison comparison;
  private final ComparisonTables tables;
  private final Function<Table, String> table;
  private final UnaryOperator<String> paragraph;
  private final UnaryOperator<String> item;
  private final List<String> parts = new ArrayList<>();

  private ComparisonText(
      Comparison comparison,
      Function<Table, String> table,
      UnaryOperator<String> paragraph,
      UnaryOperator<String> item) {
    this.comparison = comparison;
    this.tables = new ComparisonTables(comparison);
    this.table = table;
    this.paragraph = paragraph;
    this.item = item;
  }

  /** For a terminal of so many columns. */
  static String plain(Comparison comparison, int width) {
    return new ComparisonText(
            comparison,
            table -> Grid.turned(table, width) + "\n",
            words -> Wrapped.lines("", "", Plain.of(words)),
            words -> Wrapped.lines("", "  ", Plain.of(words)))
        .text();
  }

  static String markdown(Comparison comparison) {
    return new ComparisonText(
            comparison,
            Markdown::of,
            words -> Markdown.text(words) + "\n",
            words -> "- " + Markdown.text(words) + "\n")
        .text();
  }

  private String text() {
    ComparedRun reference = comparison.reference();
    say(
        "Compared with "
            + reference.name()
            + " ("
            + reference.id()
            + ")"
            + (reference.baseline() ? ", the pinned baseline." : "."));
    comparison
        .runs()
        .forEach(run -> run.notices().forEach(notice -> say("!!! " + run.name() + " " + notice)));
    parts.add(table.apply(tables.facts()));
    if (comparison.differences().isEmpty()) {
      say("Nothing that is recorded of them differs, as far as it could change their numbers.");
    }
    parts.add(
        comparison.pairs().stream()
            .map(pair -> comparison.of(pair).name() + " " + pair.sentence() + ".")
            .map(item)
            .collect(Collectors.joining()));
    if (!comparison.metrics().isEmpty()) {
      parts.add(table.apply(tables.metrics()));
      say(
          "* the best. Signed: the difference to "
              + reference.name()
              + ", of percentages in points.");
    }
    tests();
    return String.join("\n", parts);
  }

  private void tests() {
    Table tested = tables.tests();
    if (!tested.isEmpty()) {
      say(
          "Which of the "
              + images()
              + " test images each gets right: McNemar's exact test, two-sided; the interval of the"
              + " difference in accuracy, in points, is Newcombe's for paired shares.");
      parts.add(table.apply(tested));
      say(
          "This is about these models on these images. Whether what differs is the reason needs"
              + " several runs each, with other seeds.");
    }
    for (Pair pair : comparison.pairs()) {
      if (pair.test() instanceof NotTested not) {
        say(
            comparison.of(pair).name()
                + " is not tested against "
                + comparison.reference().name()
                + ": "
                + not.reason()
                + ".");
      }
    }
  }

  private int images() {
    return comparison.pairs().stream()
        .map(Pair::test)
        .filter(Tested.class::isInstance)
        .mapToInt(test -> ((Tested) test).table().n())
        .findFirst()
        .orElse(0);
  }

  private void say(String words) {
    parts.add(paragraph.apply(words));
  }
}
