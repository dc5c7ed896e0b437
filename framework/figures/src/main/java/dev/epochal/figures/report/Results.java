package dev.epochal.figures.report;

import dev.epochal.core.data.Split;
import dev.epochal.core.figure.Roc;
import dev.epochal.core.stats.Interval;
import dev.epochal.figures.Numbers;
import dev.epochal.figures.caption.Intervals;
import dev.epochal.figures.page.Block;
import dev.epochal.figures.page.Section;
import dev.epochal.figures.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The final metrics of each split, with intervals. */
final class Results {
  private Results() {}

  static Section section(ReportedRun run, Glossary glossary) {
    Map<String, Double> metrics = run.record().metrics();
    if (!metrics.containsKey("test.accuracy")) {
      return new Section(
          "results",
          "Results",
          List.of(
              new Block.Notice(
                  false,
                  Words.plain(
                      "There was no final evaluation: only a run that came to its end reads the"
                          + " test split."))));
    }
    List<Words> names =
        glossary.linked(
            List.of(
                "Split",
                "n",
                "Loss",
                "Accuracy",
                "95 % interval",
                "AUC",
                "95 % interval",
                "Precision",
                "Recall",
                "F1"));
    List<Block.Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new Block.Column(names.get(i), i > 0));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Split split : Split.values()) {
      rows.add(
          List.of(
              split.key(),
              Numbers.count(run.n(split)),
              value(metrics.get(split.key() + ".loss")),
              percent(metrics.get(split.key() + ".accuracy")),
              interval(run, split),
              area(run, split, macro -> Numbers.share(macro.area())),
              area(run, split, macro -> Intervals.areas(macro.low(), macro.high())),
              value(metrics.get(split.key() + ".precision.macro")),
              value(metrics.get(split.key() + ".recall.macro")),
              value(metrics.get(split.key() + ".f1.macro"))));
    }
    return new Section(
        "results",
        "Results",
        List.of(
            new Block.Table(columns, rows),
            new Block.Paragraph(
                glossary.linked(
                    "All three splits were evaluated after training, dropout off. AUC, precision,"
                        + " recall and F1 are macro averages. The confidence intervals are Wilson's for the"
                        + " accuracy and DeLong's for the AUC: they cover the chance of which images were drawn,"
                        + " not that of another seed. Loss and macro averages of precision, recall and F1"
                        + " are no shares of images and have none; precision and recall of each class"
                        + " have theirs in the figure of each class."))));
  }

  /** Wilson's 95 % interval of a split's accuracy. */
  static String interval(ReportedRun run, Split split) {
    Double accuracy = run.record().metrics().get(split.key() + ".accuracy");
    if (accuracy == null || !Double.isFinite(accuracy)) {
      return "–";
    }
    int n = run.n(split);
    return Intervals.shares(Interval.ofShare((int) Math.round(accuracy * n), n));
  }

  /** From the ROC figure; a dash when there is none. */
  private static String area(ReportedRun run, Split split, Function<Roc.Macro, String> text) {
    return run.figures().stream()
        .map(RunFigure::data)
        .filter(Roc.class::isInstance)
        .flatMap(roc -> ((Roc) roc).panels().stream())
        .filter(panel -> panel.split() == split)
        .findFirst()
        .map(panel -> text.apply(panel.macro()))
        .orElse("–");
  }

  static String value(@Nullable Double value) {
    if (value == null) {
      return "–";
    }
    return Double.isFinite(value) ? Numbers.value(value) : value.toString();
  }

  static String percent(@Nullable Double share) {
    return share == null ? "–" : Numbers.percent(share);
  }
}
