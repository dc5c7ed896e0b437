package dev.epochal.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says in words where series have values that cannot be drawn. */
final class NonFinite {
  private static final int MOST_LISTED = 6;

  private NonFinite() {}

  /**
   * A sentence for each way in which values are missing, e.g. {@code Train loss and validation loss
   * are NaN from epoch 7 on.}
   *
   * @param series values per epoch, by the series' name
   */
  static List<String> sentences(List<Integer> epochs, Map<String, List<Double>> series) {
    Map<String, List<String>> namesByGap = new LinkedHashMap<>();
    series.forEach(
        (name, values) -> {
          int[] gaps =
              IntStream.range(0, values.size())
                  .filter(i -> !Double.isFinite(values.get(i)))
                  .toArray();
          if (gaps.length > 0) {
            namesByGap
                .computeIfAbsent(gap(epochs, values, gaps), key -> new ArrayList<>())
                .add(name);
          }
        });
    return namesByGap.entrySet().stream().map(e -> sentence(e.getValue(), e.getKey())).toList();
  }

  private static String sentence(List<String> names, String gap) {
    int last = names.size() - 1;
    String subject =
        last == 0
            ? names.get(0)
            : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    return Character.toUpperCase(subject.charAt(0))
        + subject.substring(1)
        + (last == 0 ? " is " : " are ")
        + gap
        + ".";
  }

  private static String gap(List<Integer> epochs, List<Double> values, int[] gaps) {
    return kind(values, gaps) + " " + place(epochs, gaps);
  }

  private static String kind(List<Double> values, int[] gaps) {
    long nan = IntStream.of(gaps).filter(i -> Double.isNaN(values.get(i))).count();
    return nan == gaps.length ? "NaN" : nan == 0 ? "infinite" : "not finite";
  }

  private static String place(List<Integer> epochs, int[] gaps) {
    int first = gaps[0];
    if (gaps.length == epochs.size()) {
      return epochs.size() == 1 ? "in epoch " + epochs.get(0) : "in every epoch";
    }
    if (gaps.length > 1 && first + gaps.length == epochs.size()) {
      return "from epoch " + epochs.get(first) + " on";
    }
    if (gaps.length > MOST_LISTED) {
      return "in "
          + gaps.length
          + " of the "
          + epochs.size()
          + " epochs, first in epoch "
          + epochs.get(first);
    }
    return (gaps.length == 1 ? "in epoch " : "in epochs ")
        + IntStream.of(gaps)
            .mapToObj(i -> epochs.get(i).toString())
            .collect(Collectors.joining(", "));
  }
}
