package dev.epochal.core.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same question asked in another way, beside an answer.
 *
 * @param name what is other about it: a budget, a response, a value of a param
 * @param response what it was asked on
 * @param at how much the budget is; null when each run counts as it was trained
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnswerPart(
    String name,
    String response,
    @Nullable Double at,
    List<AnswerLevel> levels,
    List<AnswerComparison> comparisons,
    Verdict verdict,
    String sentence,
    List<String> warnings) {
  public AnswerPart {
    levels = List.copyOf(levels);
    comparisons = List.copyOf(comparisons);
    warnings = List.copyOf(warnings);
  }

  static AnswerPart of(String name, Answer answer) {
    return new AnswerPart(
        name,
        answer.response(),
        answer.at(),
        answer.levels(),
        answer.comparisons(),
        answer.verdict(),
        answer.sentence(),
        answer.warnings());
  }
}
