package dev.epochal.figures.caption;

import dev.epochal.core.answer.Amounts;
import dev.epochal.core.figure.TimeQuality;
import dev.epochal.figures.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Which runs are worth their seconds. */
final class TimeQualityCaption {
  private static final int MOST = 5;

  private TimeQualityCaption() {}

  static Caption of(TimeQuality figure) {
    Amounts amounts = Amounts.of(figure.response());
    List<TimeQuality.Point> front =
        figure.points().stream()
            .filter(TimeQuality.Point::front)
            .sorted(Comparator.comparingDouble(TimeQuality.Point::seconds))
            .toList();
    List<String> paragraphs = new ArrayList<>();
    if (front.isEmpty()) {
      paragraphs.add("No run has both a time and a value of " + figure.response() + ".");
    } else {
      String shown =
          front.stream()
              .limit(MOST)
              .map(
                  point ->
                      "%s in %s s (%s)"
                          .formatted(
                              amounts.value(point.response()),
                              Numbers.value(point.seconds()),
                              Names.of(point.level())))
              .collect(Collectors.joining("; "));
      paragraphs.add(
          "On the Pareto front %s: %s%s."
              .formatted(
                  front.size() == 1 ? "stands one run" : "stand " + front.size() + " runs",
                  shown,
                  front.size() > MOST ? "; and " + (front.size() - MOST) + " more" : ""));
    }
    paragraphs.add(
        "For every other run there is one that was both as fast and as good, and better in one of"
            + " them. Single runs: another seed may change who stands on it.");
    paragraphs.add(
        figure.atOnce() > 1
            ? "%d runs trained at once: their seconds can be compared with each other, not with runs that had the machine alone."
                .formatted(figure.atOnce())
            : "Seconds are of one machine, and grow with whatever else it had to do.");
    return new Caption("Time against quality", paragraphs);
  }
}
