package dev.epochal.core.planning;

import dev.epochal.core.spec.yaml.Place;
import dev.epochal.core.sweep.SweepPlan;
import dev.epochal.core.sweep.SweepRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A sweep that can plan its trials.
 *
 * @param plan what will be tried
 * @param file the spec
 * @param fixed the command line's words that hold for every trial
 * @param places where the values of each key that varies were written
 * @param specText YAML that the same trials can be planned from, from any folder
 */
public record PlannedSweep(
    SweepPlan plan, Path file, List<String> fixed, Map<String, Place> places, String specText) {
  public PlannedSweep {
    fixed = List.copyOf(fixed);
    places = Map.copyOf(places);
  }

  /** The same sweep, whose trials are planned from another file of the same text. */
  public PlannedSweep in(Path recorded) {
    return new PlannedSweep(plan, recorded, fixed, places, specText);
  }

  /** A sweep as it was recorded. */
  public static PlannedSweep recorded(SweepRecord record, Path spec) {
    return new PlannedSweep(record.plan(), spec, record.fixed(), Map.of(), "");
  }

  /**
   * The plan of a trial.
   *
   * @param values by key, in place of what the spec says
   * @throws dev.epochal.core.problem.InvalidInputException with everything that is wrong with it
   */
  public PlannedRun trial(Map<String, String> values) {
    List<String> words = new ArrayList<>(fixed);
    values.forEach((key, value) -> words.add(key + "=" + value));
    return Planner.trial(file, words, places);
  }
}
