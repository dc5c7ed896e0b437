package dev.epochal.core.answer;

import dev.epochal.core.stats.Bootstrap;
import dev.epochal.core.stats.Interval;
import dev.epochal.core.stats.Sample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs by level, and within it by block. */
final class Levels {
  static final String NUMBER = "[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?";

  /** Fewer numbers say nothing of their skewness, and too little to resample. */
  private static final int RESAMPLED = 8;

  private static final double SKEWED = 1;

  /** In the order of the answer: level, block, value. */
  private final Map<String, Map<String, Double>> runs = new LinkedHashMap<>();

  /** The same runs, whole. */
  private final Map<String, Map<String, Measured>> whole = new LinkedHashMap<>();

  private final Map<String, Map<Lack, Integer>> lacks = new LinkedHashMap<>();

  private final boolean numeric;

  Levels(List<Measured> measured) {
    numeric = measured.stream().allMatch(run -> run.level().matches(NUMBER));
    List<Measured> ordered = new ArrayList<>(measured);
    if (numeric) {
      ordered.sort(Comparator.comparingDouble(run -> Double.parseDouble(run.level())));
    }
    for (Measured run : ordered) {
      Map<String, Double> blocks =
          runs.computeIfAbsent(run.level(), level -> new LinkedHashMap<>());
      String block = run.block();
      for (int again = 2; blocks.containsKey(block); again++) {
        block = run.block() + " #" + again;
      }
      blocks.put(block, run.value());
      whole.computeIfAbsent(run.level(), level -> new LinkedHashMap<>()).put(block, run);
      lacks
          .computeIfAbsent(run.level(), level -> new EnumMap<>(Lack.class))
          .merge(run.lack(), 1, Integer::sum);
    }
  }

  List<String> names() {
    return List.copyOf(runs.keySet());
  }

  /** Whether all levels are numbers. */
  boolean areNumbers() {
    return numeric;
  }

  /** Values by block. */
  Map<String, Double> of(String level) {
    return runs.getOrDefault(level, Map.of());
  }

  /** Whether each run ends with the very parameters that the run of its block has at another. */
  boolean endAlike(String level, String other) {
    Map<String, Measured> others = whole.getOrDefault(other, Map.of());
    return of(level).keySet().equals(of(other).keySet())
        && whole.getOrDefault(level, Map.of()).entrySet().stream()
            .allMatch(
                one -> {
                  Measured twin = others.get(one.getKey());
                  String parameters = one.getValue().parameters();
                  return twin != null && parameters != null && parameters.equals(twin.parameters());
                });
  }

  double[] finite(String level) {
    return of(level).values().stream()
        .filter(Double::isFinite)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** Whether a run has no value. */
  boolean anyLacking() {
    return runs.keySet().stream().anyMatch(level -> lacking(level) > 0);
  }

  /** How many runs of a level lack a value. */
  int lacking(String level) {
    return lacking(level, of(level).keySet());
  }

  /** How many runs of a level lack a value, of those of some blocks. */
  int lacking(String level, Collection<String> blocks) {
    Map<String, Double> values = of(level);
    return (int)
        blocks.stream()
            .filter(block -> !Double.isFinite(values.getOrDefault(block, Double.NaN)))
            .count();
  }

  /** How many runs of a level lack a value for this reason. */
  int count(String level, Lack why) {
    return lacks.getOrDefault(level, Map.of()).getOrDefault(why, 0);
  }

  /** Whether every run of a level diverged, or never came so far. */
  boolean failedWholly(String level) {
    return count(level, Lack.DIVERGED) + count(level, Lack.UNREACHED) == of(level).size();
  }

  /** The fewest runs that a level has. */
  int fewest() {
    return runs.values().stream().mapToInt(Map::size).min().orElse(0);
  }

  AnswerLevel summary(String level) {
    Sample sample = Sample.of(of(level).values());
    double half = sample.halfWidth();
    return new AnswerLevel(
        level,
        sample.n() + sample.notFinite(),
        count(level, Lack.DIVERGED),
        count(level, Lack.UNREACHED),
        count(level, Lack.STOPPED),
        0,
        sample.mean(),
        sample.sd(),
        new Interval(sample.mean() - half, sample.mean() + half),
        bootstrap(finite(level), sample),
        null);
  }

  private static @Nullable Interval bootstrap(double[] values, Sample sample) {
    if (values.length < RESAMPLED || sample.sd() == 0) {
      return null;
    }
    double cubes = 0;
    for (double value : values) {
      cubes += Math.pow((value - sample.mean()) / sample.sd(), 3);
    }
    return Math.abs(cubes / values.length) > SKEWED ? Bootstrap.ofMean(values, 1) : null;
  }

  /**
   * Standard deviation of runs that differ in seeds alone, pooled over levels and whatever else
   * varies; NaN when no two such runs have a value.
   */
  double noise() {
    double squares = 0;
    int freedom = 0;
    for (Map<String, Measured> level : whole.values()) {
      Map<String, List<Double>> groups = new LinkedHashMap<>();
      for (Measured run : level.values()) {
        groups.computeIfAbsent(run.group(), group -> new ArrayList<>()).add(run.value());
      }
      for (List<Double> group : groups.values()) {
        Sample sample = Sample.of(group);
        if (sample.n() > 1) {
          squares += sample.sd() * sample.sd() * (sample.n() - 1);
          freedom += sample.n() - 1;
        }
      }
    }
    return freedom == 0 ? Double.NaN : Math.sqrt(squares / freedom);
  }
}
