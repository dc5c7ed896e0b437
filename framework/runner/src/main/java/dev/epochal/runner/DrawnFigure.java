package dev.epochal.runner;

import dev.epochal.core.figure.FigureData;
import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.figures.Figures;
import dev.epochal.registry.folder.AtomicFile;
import dev.epochal.runner.figures.MadeFigure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What came of a figure that was asked for.
 *
 * @param data path of the file of its data; null when it is left out
 * @param drawing of its PNG; null likewise
 * @param leftOut why it is left out; null when it was drawn
 */
public record DrawnFigure(
    String figure, @Nullable String data, @Nullable String drawing, @Nullable String leftOut) {

  /**
   * Writes a figure's data and its drawing into a folder.
   *
   * @param fileName without its ending
   */
  static DrawnFigure in(MadeFigure made, Path folder, String fileName) {
    FigureData data = made.data();
    if (data == null) {
      return new DrawnFigure(made.name(), null, null, made.leftOut());
    }
    Path json = folder.resolve(fileName + ".json");
    Path png = folder.resolve(fileName + ".png");
    try {
      AtomicFile.write(json, Json.pretty(data));
    } catch (IOException e) {
      throw new EpochalException("cannot write the figure's data " + json + ": " + e, e);
    }
    byte[] drawing = Figures.png(data);
    try {
      AtomicFile.write(png, file -> Files.write(file, drawing));
    } catch (IOException e) {
      throw new EpochalException("cannot write the figure " + png + ": " + e, e);
    }
    return new DrawnFigure(made.name(), json.toString(), png.toString(), null);
  }
}
