package dev.epochal.figures.caption;

import dev.epochal.core.answer.Amounts;
import dev.epochal.core.figure.LevelCurves;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.figures.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where the levels end, and whether their bands lie apart there. */
final class LevelCurvesCaption {
  private LevelCurvesCaption() {}

  /** A level's last mean that is one. */
  private record End(LevelCurves.Curve curve, int at) {
    double mean() {
      return curve.mean().get(at);
    }
  }

  static Caption of(LevelCurves figure) {
    List<End> ends = new ArrayList<>();
    for (LevelCurves.Curve curve : figure.curves()) {
      for (int i = curve.at().size() - 1; i >= 0; i--) {
        if (Double.isFinite(curve.mean().get(i))) {
          ends.add(new End(curve, i));
          break;
        }
      }
    }
    String title = title(figure);
    if (ends.isEmpty()) {
      return new Caption(title, List.of("No run has a value of " + figure.metric() + "."));
    }
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(ends(figure, ends));
    int diverged = figure.curves().stream().mapToInt(LevelCurves.Curve::diverged).sum();
    int stopped = figure.curves().stream().mapToInt(LevelCurves.Curve::stopped).sum();
    if (diverged + stopped > 0) {
      paragraphs.add(
          "Crosses show where a mean loses runs: "
              + counted(diverged, stopped)
              + ". What is left after a cross is of the runs that went on, so a curve may look"
              + " better there than its level is.");
    }
    paragraphs.add(
        "Bands are 95 % intervals of the mean, epoch by epoch: two that lie apart at one epoch are"
            + " a hint, and the comparison of the levels, which is corrected for all pairs, decides.");
    return new Caption(title, paragraphs);
  }

  private static String title(LevelCurves figure) {
    return "Mean %s over %s"
        .formatted(
            figure.metric(),
            switch (figure.axis()) {
              case EPOCH -> "epochs";
              case UPDATE -> "updates";
              case SECOND -> "seconds of training";
            });
  }

  private static String ends(LevelCurves figure, List<End> ends) {
    Amounts amounts = Amounts.of(figure.metric());
    End low = ends.stream().min(Comparator.comparingDouble(End::mean)).orElseThrow();
    End high = ends.stream().max(Comparator.comparingDouble(End::mean)).orElseThrow();
    if (ends.size() == 1) {
      return "Level %s ends at %s (n = %d)."
          .formatted(
              Names.of(low.curve().level()),
              amounts.value(low.mean()),
              low.curve().n().get(low.at()));
    }
    return "The means end between %s (%s, n = %d, %s) and %s (%s, n = %d, %s)."
        .formatted(
            amounts.value(low.mean()),
            Names.of(low.curve().level()),
            low.curve().n().get(low.at()),
            place(figure.axis(), low),
            amounts.value(high.mean()),
            Names.of(high.curve().level()),
            high.curve().n().get(high.at()),
            place(figure.axis(), high));
  }

  private static String place(LossHistory.Axis axis, End end) {
    double at = end.curve().at().get(end.at());
    return switch (axis) {
      case EPOCH -> "epoch " + Numbers.count((long) at);
      case UPDATE -> "after " + Numbers.count(Math.round(at)) + " updates";
      case SECOND -> "after " + Numbers.value(at) + " s";
    };
  }

  private static String counted(int diverged, int stopped) {
    List<String> parts = new ArrayList<>();
    if (diverged > 0) {
      parts.add(diverged + (diverged == 1 ? " run diverged" : " runs diverged"));
    }
    if (stopped > 0) {
      parts.add(
          stopped
              + (stopped == 1 ? " run" : " runs")
              + " ended before the last epoch for another reason");
    }
    return String.join(", ", parts);
  }
}
