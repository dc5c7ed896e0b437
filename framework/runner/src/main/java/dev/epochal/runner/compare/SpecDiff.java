package dev.epochal.runner.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.epochal.core.plan.Params;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.Planner;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How two specs differ: as they are written, and in what they resolve to.
 *
 * @param lines a unified diff; empty when the texts are the same
 * @param params the resolved params that differ
 */
public record SpecDiff(String a, String b, List<String> lines, List<Param> params) {
  private static final int CONTEXT = 3;

  public SpecDiff {
    lines = List.copyOf(lines);
    params = List.copyOf(params);
  }

  /**
   * A param that is not the same.
   *
   * @param a null where the first has none
   * @param b null where the second has none
   */
  public record Param(String key, @Nullable String a, @Nullable String b) {}

  private record Side(String name, List<String> lines, SortedMap<String, String> params) {}

  /** Whether nothing differs, not even a comment. */
  public boolean isEmpty() {
    return lines.isEmpty() && params.isEmpty();
  }

  /**
   * The difference.
   *
   * @param a a run as a person means it, or the path of a spec, which ends in .yaml or .yml
   * @param b likewise
   * @throws dev.epochal.core.problem.InvalidInputException when one is no run, or no good spec
   */
  public static SpecDiff of(Registry registry, String a, String b) {
    Side first = side(registry, a);
    Side second = side(registry, b);
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            first.name(),
            second.name(),
            first.lines(),
            DiffUtils.diff(first.lines(), second.lines()),
            CONTEXT);
    return new SpecDiff(first.name(), second.name(), lines, params(first, second));
  }

  private static Side side(Registry registry, String written) {
    if (written.endsWith(".yaml") || written.endsWith(".yml")) {
      PlannedRun planned = Planner.plan(Path.of(written), List.of());
      return new Side(written, SpecTexts.body(planned.specText()), Params.of(planned.plan()));
    }
    RunDetail run = registry.outlines(List.of(written)).get(0);
    String text =
        SpecTexts.kept(run)
            .orElseThrow(
                () ->
                    new EpochalException(
                        "run "
                            + run.summary().id()
                            + " has no spec.yaml any more in "
                            + run.folder()));
    return new Side(
        run.summary().name() + " (" + run.summary().id() + ")",
        SpecTexts.body(text),
        run.summary().params());
  }

  private static List<Param> params(Side a, Side b) {
    NavigableSet<String> keys = new TreeSet<>(a.params().keySet());
    keys.addAll(b.params().keySet());
    List<Param> differing = new ArrayList<>();
    for (String key : keys) {
      String first = a.params().get(key);
      String second = b.params().get(key);
      if (!Objects.equals(first, second)) {
        differing.add(new Param(key, first, second));
      }
    }
    return differing;
  }
}
