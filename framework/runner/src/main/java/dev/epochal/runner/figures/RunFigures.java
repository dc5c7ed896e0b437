package dev.epochal.runner.figures;

import dev.epochal.core.problem.EpochalException;
import java.util.List;
import java.util.Objects;

/** Makes the data of a run's figures. */
public final class RunFigures {
  private RunFigures() {}

  /** Every figure that there is, in the order in which a person would look at them. */
  public static List<String> names() {
    return List.copyOf(FigureMakers.BY_NAME.keySet());
  }

  /**
   * Makes one figure's data. A figure that cannot be made never keeps the others from being made.
   *
   * @param name one of {@link #names()}
   */
  public static MadeFigure make(String name, RunResults run, FigureChoices choices) {
    FigureMaker maker = Objects.requireNonNull(FigureMakers.BY_NAME.get(name));
    try {
      return new MadeFigure(name, maker.making().of(run, choices), null);
    } catch (EpochalException e) {
      return new MadeFigure(name, null, e.getMessage());
    }
  }
}
