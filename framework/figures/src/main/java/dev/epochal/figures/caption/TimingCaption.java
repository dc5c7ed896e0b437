package dev.epochal.figures.caption;

import dev.epochal.core.figure.Timing;
import dev.epochal.figures.Numbers;
import java.util.List;

/** Where the seconds went. */
final class TimingCaption {
  private TimingCaption() {}

  static Caption of(Timing figure) {
    double updates = sum(figure.updates());
    double batches = sum(figure.batches());
    double validation = sum(figure.validation());
    double all = updates + batches + validation;
    if (figure.epochs().isEmpty() || !(all > 0)) {
      return new Caption("Timing", List.of("No epoch was timed."));
    }
    return new Caption(
        "Timing",
        List.of(
            "%s s in %d epochs: %s updates, %s making batches, %s evaluating on validation. The updates went through %s images a second."
                .formatted(
                    Numbers.tick(Math.rint(10 * all) / 10),
                    figure.epochs().size(),
                    Numbers.percent(updates / all),
                    Numbers.percent(batches / all),
                    Numbers.percent(validation / all),
                    Numbers.count(
                        Math.round(
                            (double) figure.trainSize() * figure.epochs().size() / updates))),
            "A first epoch that is slower than the others is the JVM warming up."));
  }

  private static double sum(List<Double> seconds) {
    return seconds.stream().mapToDouble(Double::doubleValue).sum();
  }
}
