package dev.epochal.runner.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Metrics that have to be the same to the bit whenever a plan is run: all but times and load. */
final class MetricBits {
  private MetricBits() {}

  /** Names of those that are not the same, or that only one side has. */
  static List<String> differing(SortedMap<String, Double> a, SortedMap<String, Double> b) {
    TreeSet<String> names = new TreeSet<>(a.keySet());
    names.addAll(b.keySet());
    List<String> differing = new ArrayList<>();
    for (String name : names) {
      // Double's equals() goes by the bits, and takes every NaN for the same.
      Double value = a.get(name);
      if (isOfThePlan(name) && (value == null || !value.equals(b.get(name)))) {
        differing.add(name);
      }
    }
    return differing;
  }

  /** Whether two numbers are; NaN and NaN are. */
  static boolean same(double a, double b) {
    return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
  }

  /** Whether a metric is of the plan, and not of the machine and the moment. */
  static boolean isOfThePlan(String name) {
    return !name.endsWith(".seconds") && !name.startsWith("time.") && !name.startsWith("system.");
  }

  static @Nullable String text(@Nullable Double value) {
    return value == null ? null : value.toString();
  }
}
