package dev.epochal.runner.exercise;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.exercise.ExerciseResults;
import dev.epochal.core.planning.PlannedExercise;
import dev.epochal.registry.SweepSummary;
import org.jspecify.annotations.Nullable;

/**
 * An exercise as it stands.
 *
 * @param planned what it asks, and by what
 * @param sweep its newest sweep here; null when there is none
 * @param answer of that sweep; null unless it is answered
 * @param trouble why that sweep, though finished, says nothing; null when it does
 * @param recorded what was found before and is kept beside the specs; null when nothing was
 * @param found the answer of that; null when nothing was recorded
 */
public record Exercise(
    PlannedExercise planned,
    ExerciseState state,
    @Nullable SweepSummary sweep,
    @Nullable Answer answer,
    @Nullable String trouble,
    @Nullable ExerciseResults recorded,
    @Nullable Answer found) {

  /** The number that it is called by, and what it is about: {@code 1 batch size}. */
  public String title() {
    return planned.name().replaceFirst("-", " ").replace('-', ' ');
  }
}
