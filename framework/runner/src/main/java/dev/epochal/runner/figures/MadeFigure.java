package dev.epochal.runner.figures;

import dev.epochal.core.figure.FigureData;
import org.jspecify.annotations.Nullable;

/**
 * A figure that was asked for: its data, or why it is left out.
 *
 * @param name the figure's
 * @param data null when it is left out
 * @param leftOut the sentence that says why; null when it is there
 * @param lost whether it is left out because something that runs keep was not kept
 */
public record MadeFigure(
    String name, @Nullable FigureData data, @Nullable String leftOut, boolean lost) {
  static MadeFigure of(String name, FigureData data) {
    return new MadeFigure(name, data, null, false);
  }

  static MadeFigure leftOut(String name, String why) {
    return new MadeFigure(name, null, why, false);
  }
}
