package dev.epochal.core.planning;

import dev.epochal.core.plan.RunPlan;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A plan with where it came from.
 *
 * @param plan what will run
 * @param specText YAML that asks for it again, for the run's {@code spec.yaml}
 * @param settings what each dotted key was set to, and by what; empty when the plan is that of a
 *     run
 * @param rerunOf id of the run whose plan this is; null when a spec was planned
 */
public record PlannedRun(
    RunPlan plan, String specText, SortedMap<String, Setting> settings, @Nullable String rerunOf) {
  public PlannedRun {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** A plan that was made of a spec in another process. */
  public static PlannedRun of(RunPlan plan, String specText) {
    return new PlannedRun(plan, specText, new TreeMap<>(), null);
  }

  /** The plan that a run was recorded with, to be executed once more. */
  public static PlannedRun again(RunPlan plan, String specText, String run) {
    return new PlannedRun(plan, specText, new TreeMap<>(), run);
  }

  /**
   * A key's value and its origin.
   *
   * @param value as it would be written in a spec
   * @param origin {@code experiments/baseline.yaml:12:5}, {@code command line}, {@code default}, or
   *     how it was derived
   */
  public record Setting(String value, String origin) {}
}
