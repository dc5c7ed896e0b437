package dev.epochal.figures.caption;

import dev.epochal.core.figure.PerClass;
import dev.epochal.core.stats.Interval;
import dev.epochal.figures.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which classes do best and worst. */
final class PerClassCaption {
  private PerClassCaption() {}

  static Caption of(PerClass figure) {
    List<String> paragraphs = new ArrayList<>();
    for (PerClass.Panel panel : figure.panels()) {
      IntStream.range(0, panel.classes().size())
          .filter(c -> Double.isFinite(panel.classes().get(c).f1()))
          .boxed()
          .min(Comparator.comparingDouble(c -> panel.classes().get(c).f1()))
          .ifPresent(c -> paragraphs.add(sentence(figure.classNames(), panel, c)));
    }
    return new Caption(
        "Each class by itself",
        List.of(
            paragraphs.isEmpty() ? "No class has an F1." : String.join(" ", paragraphs),
            "Low precision: others are taken for the class. Low recall: its images are taken for others."));
  }

  private static String sentence(List<String> names, PerClass.Panel panel, int worst) {
    PerClass.Metrics metrics = panel.classes().get(worst);
    return "Lowest F1 in %s: class %s with %s (precision %s, 95 %% interval %s; recall %s, 95 %% interval %s; %s images)."
        .formatted(
            panel.split().key(),
            Names.ofClass(names, worst),
            Numbers.share(metrics.f1()),
            Numbers.share(metrics.precision()),
            areas(metrics.precisionInterval()),
            Numbers.share(metrics.recall()),
            areas(metrics.recallInterval()),
            Numbers.count(metrics.images()));
  }

  private static String areas(Interval interval) {
    return Intervals.areas(interval.low(), interval.high());
  }
}
