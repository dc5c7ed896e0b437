package dev.epochal.figures.caption;

import dev.epochal.core.answer.Amounts;
import dev.epochal.core.figure.ParallelCoordinates;
import dev.epochal.core.stats.Goal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the best run was set to, and what to look for. */
final class ParallelCoordinatesCaption {
  private static final int MOST_VALUES = 6;

  private ParallelCoordinatesCaption() {}

  static Caption of(ParallelCoordinates figure) {
    List<String> paragraphs = new ArrayList<>();
    Comparator<ParallelCoordinates.Line> order =
        Comparator.comparingDouble(ParallelCoordinates.Line::response);
    Optional<ParallelCoordinates.Line> best =
        figure.lines().stream()
            .filter(line -> Double.isFinite(line.response()))
            .max(figure.goal() == Goal.MAX ? order : order.reversed());
    paragraphs.add(
        best.map(
                line ->
                    "The best of %d runs reached %s with %s. One run is one draw: the best of many is partly luck."
                        .formatted(
                            figure.lines().size(),
                            Amounts.of(figure.response()).value(line.response()),
                            values(figure, line)))
            .orElse("No run has a value of " + figure.response() + "."));
    long lost = figure.lines().stream().filter(line -> !Double.isFinite(line.response())).count();
    if (lost > 0) {
      paragraphs.add(
          "Runs without a value: %d of %d. Their dashed lines end beyond the worse end of the last axis."
              .formatted(lost, figure.lines().size()));
    }
    paragraphs.add(
        "Dark lines are good runs. Where they all pass one value of an axis, that value goes with"
            + " good results; where dark and light lines mix, the param matters little or only"
            + " together with another.");
    return new Caption("Params and response of each run", paragraphs);
  }

  private static String values(ParallelCoordinates figure, ParallelCoordinates.Line line) {
    int n = figure.axes().size();
    String named =
        IntStream.range(0, Math.min(MOST_VALUES, n))
            .mapToObj(
                i ->
                    Names.of(figure.axes().get(i).param()) + " = " + Names.of(line.values().get(i)))
            .collect(Collectors.joining(", "));
    return n > MOST_VALUES ? named + " and " + (n - MOST_VALUES) + " more" : named;
  }
}
