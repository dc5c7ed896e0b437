package dev.epochal.cli;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.exercise.ExerciseResults;
import dev.epochal.core.planning.PlannedExercise;
import dev.epochal.runner.exercise.Exercise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exercises for programs. */
final class ExercisesJson {
  private ExercisesJson() {}

  static List<Map<String, @Nullable Object>> of(List<Exercise> exercises) {
    return exercises.stream().map(ExercisesJson::of).toList();
  }

  static Map<String, @Nullable Object> of(Exercise exercise) {
    PlannedExercise planned = exercise.planned();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("number", planned.number());
    json.put("name", planned.name());
    json.put("description", planned.description());
    json.put("spec", spec(planned));
    json.put("question", planned.text());
    json.put("why", planned.why());
    json.put("factor", planned.plan().question().factor());
    json.put("response", planned.plan().question().response());
    json.put("trials", planned.plan().search().trials());
    json.put("state", exercise.state());
    json.put("sweep", exercise.sweep());
    json.put("answer", exercise.answer());
    json.put("trouble", exercise.trouble());
    json.put("recorded", recorded(exercise.recorded(), exercise.found()));
    return json;
  }

  private static @Nullable Object recorded(
      @Nullable ExerciseResults results, @Nullable Answer found) {
    if (results == null || found == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("started", results.started());
    json.put("ended", results.ended());
    json.put("dataset", results.dataset());
    json.put("environment", results.environment());
    json.put("answer", found);
    return json;
  }

  /** As it is typed beside {@code ./run}. */
  static String spec(PlannedExercise planned) {
    return "experiments/exercises/" + planned.file().getFileName();
  }
}
