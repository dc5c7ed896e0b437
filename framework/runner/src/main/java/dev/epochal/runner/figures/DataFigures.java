package dev.epochal.runner.figures;

import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.data.Split;
import dev.epochal.core.figure.Examples;
import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.LabelledImage;
import dev.epochal.core.figure.PixelHistograms;
import dev.epochal.core.figure.Raster;
import dev.epochal.core.figure.TrueClasses;
import dev.epochal.core.plan.EvaluationPlan;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.engine.dataset.PreparedData;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The figures of the data that a run would get, without the run. */
public final class DataFigures {
  private static final String BLIND = "the test split shows no images before its run is evaluated";

  private DataFigures() {}

  /** Examples, their pixels, and the class balance; of the test split counts alone. */
  public static List<MadeFigure> of(RunPlan plan, PreparedData data) {
    EvaluationPlan.Examples examples = plan.evaluate().examples();
    ShownData shown = new Prepared(data);
    boolean blind = examples.split() == Split.TEST;
    return List.of(
        blind
            ? MadeFigure.leftOut(Examples.NAME, BLIND)
            : MadeFigure.of(
                Examples.NAME, ImageFigures.examples(shown, examples, examples.split())),
        blind
            ? MadeFigure.leftOut(PixelHistograms.NAME, BLIND)
            : MadeFigure.of(
                PixelHistograms.NAME, ImageFigures.pixels(shown, examples, examples.split())),
        MadeFigure.of(
            TrueClasses.NAME, ImageFigures.trueClasses(shown, Arrays.asList(Split.values()))));
  }

  /** Data in memory. */
  private record Prepared(PreparedData data) implements ShownData {

    @Override
    public FigureSubject subject() {
      DatasetRecord record = data.record();
      return new FigureSubject("", "", record.used(), record.notice());
    }

    @Override
    public List<String> classNames() {
      return data.record().classNames();
    }

    @Override
    public int size(Split split) {
      return data.splits().of(split).length;
    }

    @Override
    public LabelledImage image(Split split, int position) {
      LabeledImages images = data.images();
      int row = data.splits().of(split)[position];
      int size = images.shape().size();
      byte[] pixels = Arrays.copyOfRange(images.pixels(), row * size, (row + 1) * size);
      return new LabelledImage(position, images.labels()[row], Raster.of(images.shape(), pixels));
    }

    @Override
    public int[] labels(Split split) {
      return IntStream.of(data.splits().of(split))
          .map(row -> data.images().labels()[row])
          .toArray();
    }
  }
}
