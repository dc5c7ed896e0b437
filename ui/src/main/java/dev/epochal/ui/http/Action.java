package dev.epochal.ui.http;

/** What a route does. */
@FunctionalInterface
public interface Action {
  /**
   * Carries a request out.
   *
   * @throws Refused when there is no such thing, or it cannot be done
   * @throws dev.epochal.core.problem.InvalidInputException when what was asked is wrong
   */
  Answer answer(Call call);
}
