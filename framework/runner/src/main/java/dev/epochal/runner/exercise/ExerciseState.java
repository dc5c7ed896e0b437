package dev.epochal.runner.exercise;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far somebody has come with an exercise. */
public enum ExerciseState {
  /** No sweep of it was started. */
  NOT_RUN,
  RUNNING,
  /** Its newest sweep did not come to its end. */
  STOPPED,
  /** Its newest sweep finished, and says something. */
  ANSWERED,
  /** Its newest sweep finished, and nothing can be said of it. */
  UNANSWERED;

  /** As it is written. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
