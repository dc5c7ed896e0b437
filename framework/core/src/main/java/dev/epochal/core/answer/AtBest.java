package dev.epochal.core.answer;

import java.util.List;

/**
 * How each level chose its own value of a param.
 *
 * @param key of the param
 * @param response that the best value was told by
 * @param chosen in the order of the levels
 * @param at the same question where every level has the same value
 */
public record AtBest(String key, String response, List<Choice> chosen, List<AnswerPart> at) {
  public AtBest {
    chosen = List.copyOf(chosen);
    at = List.copyOf(at);
  }

  /**
   * A value that a level chose.
   *
   * @param runs compared at this value
   */
  public record Choice(String level, String value, int runs) {}
}
