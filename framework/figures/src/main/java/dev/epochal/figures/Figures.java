package dev.epochal.figures;

import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.figure.FigureData;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.problem.EpochalException;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The way from a figure's data to its picture; needs fonts, but no display. */
public final class Figures {
  static {
    // Before any AWT class loads: with DISPLAY set, AWT would otherwise try to reach an X server.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  /** Every figure and what draws it; a test holds it against the sealed type. */
  static final Map<Class<? extends FigureData>, FigureRenderer<?>> RENDERERS =
      Map.of(
          ConfusionMatrices.class, new ConfusionMatricesRenderer(),
          LossHistory.class, new LossHistoryRenderer());

  /** Pixels per point: a drawing is shown at its width divided by this. */
  public static final int DENSITY = Style.DENSITY;

  private Figures() {}

  /**
   * Draws the figure into a PNG file; whoever reads the file meanwhile sees the old picture or the
   * new one, never half of one.
   *
   * @throws EpochalException if this machine has no fonts, the data contradict themselves, or the
   *     file cannot be written
   */
  public static void draw(FigureData data, Path png) {
    PngFile.write(render(data), png);
  }

  /**
   * The figure as an image, {@link Style#DENSITY} pixels per point; the same data give the same
   * pixels on the same machine.
   *
   * @throws EpochalException if this machine has no fonts, or the data contradict themselves
   */
  public static BufferedImage render(FigureData data) {
    Fonts.require();
    return sheet(data).paint();
  }

  /**
   * The figure as a PNG file holds it.
   *
   * @throws EpochalException as {@link #render}
   */
  public static byte[] png(FigureData data) {
    return PngFile.bytes(render(data));
  }

  /** What keeps this machine from drawing text, with its remedy; empty when nothing does. */
  public static Optional<String> fontProblem() {
    return Fonts.problem();
  }

  private static <T extends FigureData> Sheet sheet(T data) {
    @SuppressWarnings("unchecked") // the table's key is the class that its value draws
    FigureRenderer<T> renderer = (FigureRenderer<T>) RENDERERS.get(data.getClass());
    if (renderer == null) {
      throw new IllegalStateException("no renderer for " + data.getClass());
    }
    return renderer.sheet(data);
  }
}
