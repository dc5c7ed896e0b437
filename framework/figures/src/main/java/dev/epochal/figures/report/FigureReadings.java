package dev.epochal.figures.report;

import dev.epochal.core.figure.FigureFile;
import dev.epochal.core.json.Json;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.figures.caption.Caption;
import dev.epochal.figures.caption.Captions;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** How to read the figures that a run kept, in that run's numbers, as its report says it. */
public final class FigureReadings {
  private FigureReadings() {}

  /**
   * By the figure's file name without its end. A figure that cannot be read, or makes no sense, has
   * none; nor have those of a run whose plan cannot be read.
   */
  public static SortedMap<String, Caption> of(RunFolder folder) {
    SortedMap<String, Caption> readings = new TreeMap<>();
    try {
      Captions captions = ReportedRun.captions(Json.read(folder.plan(), RunPlan.class));
      for (Path file : RunFigure.files(folder)) {
        add(file, captions, readings);
      }
    } catch (EpochalException e) {
      return new TreeMap<>();
    }
    return readings;
  }

  private static void add(Path file, Captions captions, SortedMap<String, Caption> readings) {
    try {
      readings.put(
          String.valueOf(file.getFileName()).replaceFirst("\\.json$", ""),
          FigureFile.read(file).match(captions));
    } catch (RuntimeException e) {
      // Well-formed data may still make no sense; the figure is shown without words.
    }
  }
}
