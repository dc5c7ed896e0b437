package dev.epochal.figures;

import dev.epochal.core.figure.LossHistory;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/** The three panels of a loss history, with axes on which all their values can be seen. */
record LossPanels(JFreeChart chart, String scaleNote) {

  static LossPanels of(LossHistory data) {
    ScaledAxis loss = axis("Loss (mean per image)", shownLosses(data), Numbers::tick);
    XYPlot losses =
        EpochPlots.panel(data.at(), lines(data.trainLoss(), data.validationLoss()), loss);
    if (!data.updateAt().isEmpty()) {
      EpochPlots.behind(losses, data.updateAt(), data.updateLoss(), Style.BATCHES);
    }
    XYPlot accuracies =
        EpochPlots.panel(
            data.at(),
            lines(data.trainAccuracy(), data.validationAccuracy()),
            accuracyAxis(both(data.trainAccuracy(), data.validationAccuracy())));
    List<Double> residual = residual(data);
    ScaledAxis difference = axis("Residual loss", both(residual, List.of(0.0)), Numbers::tick);
    XYPlot residuals =
        EpochPlots.panel(
            data.at(),
            List.of(new Line("validation − train", Style.GREEN, Line.square(), residual)),
            difference);
    EpochPlots.markLevel(residuals, 0);
    List<XYPlot> plots = List.of(losses, accuracies, residuals);
    BestEpoch.of(data)
        .ifPresent(
            best -> {
              double at = data.at().get(data.epochs().indexOf(best.epoch()));
              plots.forEach(plot -> EpochPlots.mark(plot, at));
            });
    return new LossPanels(
        EpochPlots.stacked(
            axisName(data.axis()),
            data.axis() == LossHistory.Axis.SECOND ? LinearScale.ANY : LinearScale.WHOLE,
            data.axis() == LossHistory.Axis.EPOCH ? Double.POSITIVE_INFINITY : 0,
            data.at(),
            plots,
            List.of(3, 2, 2)),
        note(loss, difference));
  }

  private static String axisName(LossHistory.Axis axis) {
    return switch (axis) {
      case EPOCH -> "Epoch (passes over the train split)";
      case UPDATE -> "Update (batches since the start)";
      case SECOND -> "Seconds of training, validation included";
    };
  }

  private static List<Double> shownLosses(LossHistory data) {
    return both(both(data.trainLoss(), data.validationLoss()), data.updateLoss());
  }

  /** Validation loss − train loss; by how much the model does worse on what it did not see. */
  static List<Double> residual(LossHistory data) {
    return IntStream.range(0, data.epochs().size())
        .mapToObj(i -> data.validationLoss().get(i) - data.trainLoss().get(i))
        .toList();
  }

  private static List<Line> lines(List<Double> train, List<Double> validation) {
    return List.of(
        new Line("train", Style.BLUE, Line.circle(), train),
        new Line("validation", Style.VERMILLION, Line.diamond(), validation));
  }

  private static ScaledAxis axis(String name, List<Double> values, DoubleFunction<String> format) {
    Scale scale = Scales.fitting(values);
    String label = scale.suffix().isEmpty() ? name : name + ", " + scale.suffix();
    return new ScaledAxis(label, scale, Scales.around(values, scale), format);
  }

  /** In percent; zoomed to the data, but never showing what no accuracy can be. */
  private static ScaledAxis accuracyAxis(List<Double> shares) {
    Range range = Scales.around(shares, LinearScale.ANY);
    return new ScaledAxis(
        "Accuracy (% of images)",
        LinearScale.ANY,
        range,
        share -> share < 0 || share > 1 + 1e-9 ? "" : Numbers.tick(100 * share));
  }

  private static String note(ScaledAxis loss, ScaledAxis residual) {
    return note("The losses differ by more than a factor of 1,000: their axis", loss.scale())
        + note("The residual's axis", residual.scale());
  }

  private static String note(String axis, Scale scale) {
    if (scale instanceof SymlogScale symlog) {
      return " %1$s is linear between −%2$s and %2$s and logarithmic beyond (symlog)."
          .formatted(axis, Numbers.tick(symlog.linear()));
    }
    return scale instanceof LogScale ? " %s is logarithmic.".formatted(axis) : "";
  }

  private static List<Double> both(List<Double> first, List<Double> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
