package dev.epochal.figures.caption;

import dev.epochal.core.figure.Filters;
import dev.epochal.core.figure.Plane;
import dev.epochal.figures.Numbers;
import java.util.List;

/** How large the weights of a layer have become. */
final class FiltersCaption {
  private FiltersCaption() {}

  static Caption of(Filters figure) {
    float largest = 0;
    for (List<Plane> filter : figure.weights()) {
      for (Plane plane : filter) {
        for (float weight : plane.floats()) {
          largest = Math.max(largest, Math.abs(weight));
        }
      }
    }
    double low = figure.biases().stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    double high =
        figure.biases().stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    return new Caption(
        "Filters",
        List.of(
            "The %d filters of layer %s, each reading %d %s: the largest weight shown is %s in size, biases go from %s."
                .formatted(
                    figure.filters(),
                    Names.of(figure.layer()),
                    figure.channels(),
                    figure.channels() == 1 ? "channel" : "channels",
                    Numbers.value(largest),
                    Intervals.values(low, high)),
            "A filter answers most to what looks like itself: edges and strokes in a first layer. Filters that look like noise have hardly been fitted."));
  }
}
