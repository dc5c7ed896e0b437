package dev.epochal.core.answer;

import dev.epochal.core.figure.ParallelCoordinates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The axes of what was set differently in some runs. */
final class VariedAxes {
  /** From this ratio of the largest to the smallest value on, an axis is logarithmic. */
  private static final double WIDE = 20;

  /** What a factor is called that is a choice between patches of the spec. */
  private static final String VARIANT = "variant";

  private VariedAxes() {}

  /**
   * The params that vary, the one that is asked about last, where it stands next to the response;
   * seeds only where nothing else would stand beside it.
   */
  static List<ParallelCoordinates.Axis> of(List<AskedRun> runs, @Nullable String factor) {
    List<String> set = set(runs, factor);
    List<String> shown = new ArrayList<>(set.stream().filter(n -> !Design.isSeed(n)).toList());
    if (shown.size() < 2) {
      set.stream().filter(Design::isSeed).forEach(seed -> shown.add(0, seed));
    }
    if (shown.remove(factor)) {
      shown.add(factor);
    }
    return shown.stream().map(name -> axis(name, runs)).toList();
  }

  /**
   * The params that vary, seeds last: not what is other in the environment or the code.
   *
   * @param factor that is asked about, which need not be a param; null for none
   */
  static List<String> set(List<AskedRun> runs, @Nullable String factor) {
    return Design.varied(runs).stream()
        .filter(
            name ->
                name.equals(factor)
                    || name.equals(VARIANT)
                    || runs.stream().anyMatch(run -> run.params().containsKey(name)))
        .toList();
  }

  private static ParallelCoordinates.Axis axis(String name, List<AskedRun> runs) {
    List<String> values = runs.stream().map(run -> run.factor(name)).distinct().toList();
    if (!values.stream().allMatch(value -> value.matches(Levels.NUMBER))) {
      return new ParallelCoordinates.Axis(name, ParallelCoordinates.Kind.CATEGORY, values);
    }
    List<String> ascending =
        values.stream().sorted(Comparator.comparingDouble(Double::parseDouble)).toList();
    double least = Double.parseDouble(ascending.get(0));
    double most = Double.parseDouble(ascending.get(ascending.size() - 1));
    return new ParallelCoordinates.Axis(
        name,
        least > 0 && most / least >= WIDE
            ? ParallelCoordinates.Kind.LOG
            : ParallelCoordinates.Kind.LINEAR,
        ascending);
  }
}
