package dev.epochal.runner.figures;

import dev.epochal.core.figure.FigureData;
import dev.epochal.runner.figures.FigureChoices.Choice;
import java.util.Set;

/**
 * How the data of one figure are made.
 *
 * @param changedBy which choices of a person change the figure
 */
record FigureMaker(Set<Choice> changedBy, Making making) {

  FigureMaker {
    changedBy = Set.copyOf(changedBy);
  }

  /** Makes a figure's data. */
  @FunctionalInterface
  interface Making {
    /**
     * The data.
     *
     * @throws CannotShowException when the run lacks what the figure needs
     */
    FigureData of(RunResults run, FigureChoices choices);
  }

  static FigureMaker of(Making making, Choice... changedBy) {
    return new FigureMaker(Set.of(changedBy), making);
  }
}
