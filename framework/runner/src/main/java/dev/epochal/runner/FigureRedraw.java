package dev.epochal.runner;

import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.Registry;
import dev.epochal.runner.figures.FigureChoices;
import dev.epochal.runner.figures.MadeFigure;
import dev.epochal.runner.figures.RunFigures;
import dev.epochal.runner.figures.RunResults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Draws figures of a recorded run again, into its folder, perhaps of something else than before.
 */
public final class FigureRedraw {
  private final Registry registry;

  public FigureRedraw(Registry registry) {
    this.registry = registry;
  }

  /**
   * Draws the figures.
   *
   * @param folder the run's
   * @param only their names; empty for those that the choices change, or for all without a choice
   * @throws dev.epochal.core.problem.InvalidInputException when a choice is not there to be made
   */
  public List<DrawnFigure> draw(RunFolder folder, List<String> only, FigureChoices choices) {
    RunResults results = RunResults.read(folder);
    RunFigures.check(results, only, choices);
    List<DrawnFigure> all = new ArrayList<>();
    for (String name : only.isEmpty() ? RunFigures.changedBy(choices) : only) {
      MadeFigure made = RunFigures.again(name, results, choices);
      String fileName = RunFigures.fileName(name, results, choices);
      Path figures = Objects.requireNonNull(folder.figureData(fileName).getParent());
      all.add(DrawnFigure.in(made, figures, fileName));
    }
    registry.relist(folder);
    return all;
  }
}
