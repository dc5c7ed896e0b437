package dev.epochal.figures.caption;

import dev.epochal.core.answer.Amounts;
import dev.epochal.core.figure.SeedSpread;
import java.util.ArrayList;
import java.util.List;

/** How much chance alone does. */
final class SeedSpreadCaption {
  private SeedSpreadCaption() {}

  static Caption of(SeedSpread figure) {
    Amounts amounts = Amounts.of(figure.response());
    List<String> paragraphs = new ArrayList<>();
    double[] values =
        figure.runs().stream()
            .mapToDouble(SeedSpread.Dot::value)
            .filter(Double::isFinite)
            .toArray();
    if (!Double.isFinite(figure.sd())) {
      paragraphs.add(
          values.length == 0
              ? "No run has a value of " + figure.response() + "."
              : "One run alone has no spread.");
    } else {
      paragraphs.add(
          "%d runs that differ in %s alone have a mean of %s and a standard deviation of %s (95 %% interval %s to %s)."
              .formatted(
                  values.length,
                  Names.of(figure.factor()),
                  amounts.value(figure.mean()),
                  amounts.difference(figure.sd()),
                  amounts.difference(figure.sdLow()),
                  amounts.difference(figure.sdHigh())));
      paragraphs.add(
          "Two single runs differ by chance in less than %s nineteen times out of twenty, roughly:"
                  .formatted(amounts.difference(1.96 * Math.sqrt(2) * figure.sd()))
              + " what is smaller says nothing without more seeds.");
    }
    if (figure.differentBits() > 0) {
      paragraphs.add(
          figure.differentBits() == 1
              ? "All have the same final parameters, to the bit."
              : "They have %d different final parameters.".formatted(figure.differentBits()));
    }
    return new Caption("How far runs lie apart by chance", paragraphs);
  }
}
