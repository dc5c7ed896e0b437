package dev.epochal.figures;

import dev.epochal.core.figure.Calibration;
import dev.epochal.core.figure.ClassProbabilities;
import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.figure.Examples;
import dev.epochal.core.figure.FeatureMaps;
import dev.epochal.core.figure.FigureData;
import dev.epochal.core.figure.Filters;
import dev.epochal.core.figure.LevelCurves;
import dev.epochal.core.figure.LevelStrips;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.figure.MostWrong;
import dev.epochal.core.figure.OutcomeHistograms;
import dev.epochal.core.figure.Outcomes;
import dev.epochal.core.figure.ParallelCoordinates;
import dev.epochal.core.figure.ParameterHistograms;
import dev.epochal.core.figure.PerClass;
import dev.epochal.core.figure.PixelHistograms;
import dev.epochal.core.figure.PrecisionRecall;
import dev.epochal.core.figure.PredictedClasses;
import dev.epochal.core.figure.Roc;
import dev.epochal.core.figure.SeedSpread;
import dev.epochal.core.figure.TimeQuality;
import dev.epochal.core.figure.Timing;
import dev.epochal.core.figure.TrueClasses;
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
      Map.ofEntries(
          Map.entry(Calibration.class, new CalibrationRenderer()),
          Map.entry(ClassProbabilities.class, new ClassProbabilitiesRenderer()),
          Map.entry(ConfusionMatrices.class, new ConfusionMatricesRenderer()),
          Map.entry(Examples.class, new ExamplesRenderer()),
          Map.entry(FeatureMaps.class, new FeatureMapsRenderer()),
          Map.entry(Filters.class, new FiltersRenderer()),
          Map.entry(LevelCurves.class, new LevelCurvesRenderer()),
          Map.entry(LevelStrips.class, new LevelStripsRenderer()),
          Map.entry(LossHistory.class, new LossHistoryRenderer()),
          Map.entry(MostWrong.class, new MostWrongRenderer()),
          Map.entry(OutcomeHistograms.class, new OutcomeHistogramsRenderer()),
          Map.entry(Outcomes.class, new OutcomesRenderer()),
          Map.entry(ParameterHistograms.class, new ParameterHistogramsRenderer()),
          Map.entry(ParallelCoordinates.class, new ParallelCoordinatesRenderer()),
          Map.entry(PerClass.class, new PerClassRenderer()),
          Map.entry(PixelHistograms.class, new PixelHistogramsRenderer()),
          Map.entry(PrecisionRecall.class, new PrecisionRecallRenderer()),
          Map.entry(PredictedClasses.class, new PredictedClassesRenderer()),
          Map.entry(Roc.class, new RocRenderer()),
          Map.entry(SeedSpread.class, new SeedSpreadRenderer()),
          Map.entry(TimeQuality.class, new TimeQualityRenderer()),
          Map.entry(Timing.class, new TimingRenderer()),
          Map.entry(TrueClasses.class, new TrueClassesRenderer()));

  /** Pixels per point: a drawing is shown at its width divided by this. */
  public static final int DENSITY = Style.DENSITY;

  private Figures() {}

  /**
   * Draws the figure into a PNG file, making its folder if needed.
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
