package dev.epochal.cli;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.exercise.ExerciseResults;
import dev.epochal.core.planning.PlannedExercise;
import dev.epochal.registry.SweepSummary;
import dev.epochal.runner.exercise.Exercise;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Exercises for a terminal. */
final class ExercisesText {
  private static final String INDENT = "   ";

  private ExercisesText() {}

  /** All of them, each with its state and its sentence. */
  static String list(List<Exercise> exercises) {
    StringBuilder text = new StringBuilder();
    for (Exercise exercise : exercises) {
      PlannedExercise planned = exercise.planned();
      text.append(text.isEmpty() ? "" : "\n")
          .append(
              lines(
                  "%-3d".formatted(planned.number()),
                  exercise.title().replaceFirst("^\\d+ ", "") + ": " + planned.description()))
          .append(lines(INDENT, state(exercise)));
      if (exercise.answer() == null && exercise.found() != null) {
        text.append(lines(INDENT, before(exercise.recorded()) + exercise.found().sentence()));
      }
    }
    return text + "\n./run exercises N shows one, with the reasoning and the numbers.\n";
  }

  /** One with all that is to be said of it. */
  static String of(Exercise exercise, int width) {
    PlannedExercise planned = exercise.planned();
    List<String> parts = new ArrayList<>();
    parts.add(lines("", "Exercise " + planned.number() + ". " + planned.description()));
    parts.add(lines("", planned.text()));
    if (!planned.why().isEmpty()) {
      parts.add(lines("", "What to expect, and why. " + planned.why()));
    }
    parts.add(
        "%d trials: ./run %s\n"
            .formatted(planned.plan().search().trials(), ExercisesJson.spec(planned)));
    Answer answer = exercise.answer();
    Answer found = exercise.found();
    if (answer != null) {
      parts.add(lines("", heading(exercise)));
      parts.add(AnswerText.plain(answer, width));
    } else {
      parts.add(lines("", state(exercise)));
      if (found != null) {
        parts.add(lines("", before(exercise.recorded()).replaceFirst(": $", ".")));
        parts.add(AnswerText.plain(found, width));
      }
    }
    return String.join("\n", parts);
  }

  private static String state(Exercise exercise) {
    SweepSummary sweep = exercise.sweep();
    String spec = ExercisesJson.spec(exercise.planned());
    return switch (exercise.state()) {
      case NOT_RUN -> "not run yet: ./run " + spec;
      case RUNNING -> "running: " + over(Objects.requireNonNull(sweep));
      case STOPPED -> {
        SweepSummary stopped = Objects.requireNonNull(sweep);
        yield "%s: %s; ./run resume %s goes on"
            .formatted(stopped.status(), over(stopped), stopped.id());
      }
      case ANSWERED -> "answered: " + Objects.requireNonNull(exercise.answer()).sentence();
      case UNANSWERED -> "finished, but not answered: " + exercise.trouble();
    };
  }

  private static String heading(Exercise exercise) {
    SweepSummary sweep = Objects.requireNonNull(exercise.sweep());
    return "%s by sweep %s (%s), %s"
        .formatted(exercise.state().word(), sweep.name(), sweep.id(), over(sweep));
  }

  private static String over(SweepSummary sweep) {
    return "%d of %d trials are over".formatted(sweep.over(), sweep.planned());
  }

  private static String before(@Nullable ExerciseResults results) {
    return results == null
        ? ""
        : "recorded with this project on %s: "
            .formatted(results.ended().atOffset(ZoneOffset.UTC).toLocalDate());
  }

  private static String lines(String first, String words) {
    return Wrapped.lines(first, first.isEmpty() ? "" : INDENT, Plain.of(words));
  }
}
