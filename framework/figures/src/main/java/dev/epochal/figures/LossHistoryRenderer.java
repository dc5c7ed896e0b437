package dev.epochal.figures;

import dev.epochal.core.figure.LossHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;

/** Loss, accuracy and the residual between the losses, under each other over the epochs. */
final class LossHistoryRenderer implements FigureRenderer<LossHistory> {
  private static final int WIDTH = 1280;
  private static final double PANELS_HEIGHT = 760;

  private static final String CAPTION =
      "Train values are of the training passes: dropout, if any, on, each batch seen before its own"
          + " update. Validation values are measured after the epoch, dropout off; so validation may lie"
          + " below train with nothing wrong. Residual above zero: the model does worse on images"
          + " that it did not learn from.";

  @Override
  public Sheet sheet(LossHistory data) {
    LossPanels panels = LossPanels.of(data);
    return Sheet.of(
        WIDTH,
        "Loss history",
        data.subject(),
        List.of(
            "n = %s train, %s validation images"
                .formatted(Numbers.count(data.trainSize()), Numbers.count(data.validationSize()))),
        remarks(data),
        List.of(legend(data), new Panels(List.of(panels.chart()), 1, PANELS_HEIGHT)),
        CAPTION + panels.scaleNote());
  }

  JFreeChart chart(LossHistory data) {
    return LossPanels.of(data).chart();
  }

  static List<String> remarks(LossHistory data) {
    if (data.epochs().isEmpty()) {
      return List.of("No epoch was completed.");
    }
    Map<String, List<Double>> series = new LinkedHashMap<>();
    series.put("train loss", data.trainLoss());
    series.put("validation loss", data.validationLoss());
    series.put("train accuracy", data.trainAccuracy());
    series.put("validation accuracy", data.validationAccuracy());
    List<String> remarks = NonFinite.sentences(data.epochs(), series);
    return remarks.isEmpty() ? remarks : List.of(String.join(" ", remarks));
  }

  private static Legend legend(LossHistory data) {
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(new Legend.Entry("train", Mark.series(Style.BLUE, Line.circle())));
    entries.add(new Legend.Entry("validation", Mark.series(Style.VERMILLION, Line.diamond())));
    if (!data.updateAt().isEmpty()) {
      entries.add(new Legend.Entry("batches of train", Mark.line(Style.BATCHES, Style.LINE)));
    }
    entries.add(
        new Legend.Entry("residual (validation − train)", Mark.series(Style.GREEN, Line.square())));
    BestEpoch.of(data)
        .ifPresent(
            best ->
                entries.add(
                    new Legend.Entry(
                        "best epoch %d (lowest validation loss, %s)"
                            .formatted(best.epoch(), Numbers.value(best.validationLoss())),
                        Mark.upright(Style.MUTED, Style.DOTTED))));
    if (!remarks(data).isEmpty() && !data.epochs().isEmpty()) {
      entries.add(new Legend.Entry("some value not finite", Mark.area(Style.ABSENT)));
    }
    return new Legend(entries);
  }
}
