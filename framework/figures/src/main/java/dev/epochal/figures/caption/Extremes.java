package dev.epochal.figures.caption;

import java.util.List;

/** Where the least and the greatest number stands; the first of equals. */
final class Extremes {
  private Extremes() {}

  static int largest(List<Integer> counts) {
    int at = 0;
    for (int i = 1; i < counts.size(); i++) {
      at = counts.get(i) > counts.get(at) ? i : at;
    }
    return at;
  }

  static int smallest(List<Integer> counts) {
    int at = 0;
    for (int i = 1; i < counts.size(); i++) {
      at = counts.get(i) < counts.get(at) ? i : at;
    }
    return at;
  }
}
