package dev.epochal.runner.exercise;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.Inquiry;
import dev.epochal.core.answer.RunAnswers;
import dev.epochal.core.exercise.ExerciseResults;
import dev.epochal.core.exercise.ResultsFile;
import dev.epochal.core.planning.PlannedExercise;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.problem.Suggestions;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.Registry;
import dev.epochal.registry.SweepSummary;
import dev.epochal.runner.answer.AnswerMaker;
import dev.epochal.runner.answer.AnswerRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The exercises of a folder, and what a registry knows of them. */
public final class ExerciseBook {
  private final Path folder;
  private final Registry registry;

  /**
   * A book of exercises.
   *
   * @param folder of their specs; their results are in its folder {@code results}
   */
  public ExerciseBook(Path folder, Registry registry) {
    this.folder = folder;
    this.registry = registry;
  }

  /**
   * All exercises, by number, as they stand.
   *
   * @throws InvalidInputException when there are none, or with everything that is wrong with one
   */
  public List<Exercise> all() {
    List<SweepSummary> sweeps = registry.sweeps().newest(Integer.MAX_VALUE);
    return planned().stream().map(planned -> standing(planned, sweeps)).toList();
  }

  /**
   * One of them.
   *
   * @param reference its number, its name, or how its name begins or goes on after the number
   * @throws InvalidInputException when there is no such exercise
   */
  public Exercise one(String reference) {
    return standing(find(planned(), reference), registry.sweeps().newest(Integer.MAX_VALUE));
  }

  /** The exercises that are meant, each once; all for none. */
  public List<PlannedExercise> named(List<String> references) {
    List<PlannedExercise> all = planned();
    return references.isEmpty()
        ? all
        : references.stream().map(reference -> find(all, reference)).distinct().toList();
  }

  /**
   * What was recorded of them all, without a look at any registry.
   *
   * @param folder of the specs
   */
  public static List<Exercise> recorded(Path folder) {
    return PlannedExercise.in(folder).stream()
        .map(
            planned -> {
              Optional<ExerciseResults> results = results(folder, planned);
              return new Exercise(
                  planned,
                  ExerciseState.NOT_RUN,
                  null,
                  null,
                  null,
                  results.orElse(null),
                  results.map(kept -> answer(planned, kept)).orElse(null));
            })
        .toList();
  }

  private List<PlannedExercise> planned() {
    List<PlannedExercise> all = PlannedExercise.in(folder);
    if (all.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(
              "there are no exercises in " + folder,
              "they are specs there whose names begin with a number, as 1-batch-size.yaml"));
    }
    return all;
  }

  private static PlannedExercise find(List<PlannedExercise> all, String reference) {
    List<PlannedExercise> meant =
        all.stream().filter(exercise -> isMeant(exercise, reference)).toList();
    if (meant.size() != 1) {
      List<String> names = all.stream().map(PlannedExercise::name).toList();
      throw new InvalidInputException(
          new Problem(
              "command line",
              "exercise",
              (meant.isEmpty()
                      ? "must be a number or a name of one"
                      : "means "
                          + String.join(", ", meant.stream().map(PlannedExercise::name).toList()))
                  + " but was "
                  + reference,
              Suggestions.oneOf(reference, names)));
    }
    return meant.get(0);
  }

  private static boolean isMeant(PlannedExercise exercise, String reference) {
    String number = Integer.toString(exercise.number());
    if (reference.isEmpty() || reference.matches("\\d+")) {
      return reference.equals(number);
    }
    return exercise.name().startsWith(reference)
        || exercise.name().startsWith(number + "-" + reference);
  }

  private Exercise standing(PlannedExercise planned, List<SweepSummary> sweeps) {
    SweepSummary sweep =
        sweeps.stream()
            .filter(one -> one.experiment().equals(planned.name()))
            .findFirst()
            .orElse(null);
    Answer answer = null;
    String trouble = null;
    if (sweep != null && sweep.status() == RunStatus.FINISHED) {
      try {
        answer = new AnswerMaker(registry).answer(AnswerRequest.of(sweep.id()));
      } catch (InvalidInputException e) {
        trouble = e.getMessage();
      }
    }
    ExerciseResults results = results(folder, planned).orElse(null);
    return new Exercise(
        planned,
        state(sweep, answer),
        sweep,
        answer,
        trouble,
        results,
        results == null ? null : answer(planned, results));
  }

  private static ExerciseState state(@Nullable SweepSummary sweep, @Nullable Answer answer) {
    if (sweep == null) {
      return ExerciseState.NOT_RUN;
    }
    return switch (sweep.status()) {
      case SCHEDULED, RUNNING -> ExerciseState.RUNNING;
      case FINISHED -> answer == null ? ExerciseState.UNANSWERED : ExerciseState.ANSWERED;
      case FAILED, KILLED, CRASHED -> ExerciseState.STOPPED;
    };
  }

  private static Optional<ExerciseResults> results(Path folder, PlannedExercise planned) {
    return ResultsFile.of(folder, planned.name()).read();
  }

  /** By what the spec asks today. */
  private static Answer answer(PlannedExercise planned, ExerciseResults results) {
    return RunAnswers.answer(Inquiry.of(planned.plan().question()), results.runs());
  }
}
