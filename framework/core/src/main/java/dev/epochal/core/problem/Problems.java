package dev.epochal.core.problem;

import java.util.ArrayList;
import java.util.List;

/** Problems of several parts of an input, gathered so that they are said all at once. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Looks at a part; what is wrong with it is kept for later. */
  public void from(Runnable part) {
    try {
      part.run();
    } catch (InvalidInputException e) {
      found.addAll(e.problems());
    }
  }

  public void add(Problem problem) {
    found.add(problem);
  }

  /**
   * Ends the looking.
   *
   * @throws InvalidInputException with every problem, if there is one
   */
  public void refuse() {
    if (!found.isEmpty()) {
      throw new InvalidInputException(found);
    }
  }
}
