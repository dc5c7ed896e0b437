package dev.epochal.runner;

import dev.epochal.core.figure.FigureData;
import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.figures.Figures;
import dev.epochal.registry.Registry;
import dev.epochal.registry.folder.AtomicFile;
import dev.epochal.runner.figures.FigureChoices;
import dev.epochal.runner.figures.MadeFigure;
import dev.epochal.runner.figures.RunFigures;
import dev.epochal.runner.figures.RunResults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws figures of a recorded run again, into its folder, perhaps of something else than before.
 */
public final class FigureRedraw {
  private final Registry registry;

  public FigureRedraw(Registry registry) {
    this.registry = registry;
  }

  /**
   * What came of one figure.
   *
   * @param data path of the file of its data; null when it is left out
   * @param drawing its PNG; null likewise
   * @param leftOut why it is left out; null when it was drawn
   */
  public record Drawn(
      String figure, @Nullable String data, @Nullable String drawing, @Nullable String leftOut) {}

  /**
   * Draws the figures.
   *
   * @param folder the run's
   * @param only their names; empty for those that the choices change, or for all without a choice
   * @throws dev.epochal.core.problem.InvalidInputException when a choice is not there to be made
   */
  public List<Drawn> draw(RunFolder folder, List<String> only, FigureChoices choices) {
    RunResults results = RunResults.read(folder);
    RunFigures.check(results, only, choices);
    List<Drawn> all = new ArrayList<>();
    for (String name : only.isEmpty() ? RunFigures.changedBy(choices) : only) {
      MadeFigure made = RunFigures.again(name, results, choices);
      FigureData data = made.data();
      all.add(
          data == null
              ? new Drawn(name, null, null, made.leftOut())
              : draw(folder, RunFigures.fileName(name, results, choices), data));
    }
    registry.relist(folder);
    return all;
  }

  private static Drawn draw(RunFolder folder, String fileName, FigureData data) {
    Path json = folder.figureData(fileName);
    Path png = folder.figureDrawing(fileName);
    try {
      AtomicFile.write(json, Json.pretty(data));
    } catch (IOException e) {
      throw new EpochalException("cannot write the figure's data " + json + ": " + e, e);
    }
    Figures.draw(data, png);
    return new Drawn(data.figureName(), json.toString(), png.toString(), null);
  }
}
