package dev.epochal.runner.answer;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.AskedRun;
import dev.epochal.core.answer.Inquiry;
import dev.epochal.core.answer.RunAnswers;
import dev.epochal.registry.SweepDetail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question and the runs that it is put to: all that an answer takes.
 *
 * @param sweep whose trials they are; null when they were chosen otherwise
 */
public record AnswerMaterial(Inquiry inquiry, List<AskedRun> runs, @Nullable SweepDetail sweep) {
  public AnswerMaterial {
    runs = List.copyOf(runs);
  }

  /**
   * The answer.
   *
   * @throws dev.epochal.core.problem.InvalidInputException as {@link RunAnswers#answer} does
   */
  public Answer answer() {
    Answer answer = RunAnswers.answer(inquiry, runs);
    return sweep == null ? answer : answer.warned(TrialWarnings.of(sweep));
  }
}
