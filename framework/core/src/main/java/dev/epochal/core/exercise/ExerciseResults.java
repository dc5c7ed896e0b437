package dev.epochal.core.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.answer.AskedRun;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of an exercise's sweep, as it is kept with the project: enough to answer again, and to
 * see whether the spec still asks for the same.
 *
 * @param exercise the experiment's name
 * @param sweep the sweep's id, on the machine that it ran on
 * @param jobs how many trials trained at once
 * @param threads that each of them trained with
 * @param dataset that was used
 * @param environment the machine and the program, as far as it changes numbers or times
 * @param params that all trials have alike
 * @param trials in the order of their numbers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExerciseResults(
    String exercise,
    String sweep,
    Instant started,
    Instant ended,
    int jobs,
    int threads,
    String dataset,
    SortedMap<String, String> environment,
    SortedMap<String, String> params,
    List<ExerciseTrial> trials) {
  public ExerciseResults {
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    trials = List.copyOf(trials);
  }

  /** The same, with what all trials have alike said once. */
  public ExerciseResults settled() {
    SortedMap<String, String> common = new TreeMap<>(trials.get(0).run().params());
    trials.forEach(trial -> common.entrySet().retainAll(trial.run().params().entrySet()));
    return new ExerciseResults(
        exercise,
        sweep,
        started,
        ended,
        jobs,
        threads,
        dataset,
        environment,
        common,
        trials.stream().map(trial -> trial.without(common)).toList());
  }

  /** The runs that answer. */
  public List<AskedRun> runs() {
    return trials.stream().map(ExerciseTrial::run).toList();
  }

  /** The plans that were executed. */
  public List<String> plans() {
    return trials.stream().map(ExerciseTrial::planSha256).toList();
  }
}
