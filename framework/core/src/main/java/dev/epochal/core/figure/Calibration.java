package dev.epochal.core.figure;

import dev.epochal.core.data.Split;
import dev.epochal.core.stats.Interval;
import dev.epochal.core.stats.Predictions;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the model is right as often as it is sure: accuracy over the probability of the predicted
 * class.
 *
 * @param panels the bins of each split
 */
public record Calibration(FigureSubject subject, List<Panel> panels) implements FigureData {
  public static final String NAME = "calibration";

  /**
   * One split.
   *
   * @param n images
   * @param notFinite images with a probability that is NaN; they are in no bin
   * @param expectedError mean over the images of |accuracy − confidence| of their bins (ECE)
   * @param bins of equal width from 0 to 1
   */
  public record Panel(Split split, int n, int notFinite, double expectedError, List<Bin> bins) {
    public Panel {
      bins = List.copyOf(bins);
    }

    /** The bins of a split's predictions, of which those with NaN are left out. */
    public static Panel of(Split split, Predictions predictions, int bins) {
      int[] n = new int[bins];
      int[] right = new int[bins];
      double[] confidence = new double[bins];
      for (int i = 0; i < predictions.n(); i++) {
        if (predictions.isFinite(i)) {
          int predicted = predictions.predicted()[i];
          double sure = predictions.probabilities()[i * predictions.classes() + predicted];
          int bin = Math.min(bins - 1, (int) (sure * bins));
          n[bin]++;
          right[bin] += predicted == predictions.labels()[i] ? 1 : 0;
          confidence[bin] += sure;
        }
      }
      int all = predictions.n() - predictions.notFinite();
      double error = 0;
      List<Bin> list = new ArrayList<>();
      for (int b = 0; b < bins; b++) {
        Interval interval = Interval.ofShare(right[b], n[b]);
        double mean = confidence[b] / n[b];
        double accuracy = (double) right[b] / n[b];
        error += n[b] == 0 ? 0 : n[b] * Math.abs(accuracy - mean) / all;
        list.add(
            new Bin(
                (double) b / bins,
                (b + 1.0) / bins,
                n[b],
                mean,
                accuracy,
                interval.low(),
                interval.high()));
      }
      return new Panel(
          split, predictions.n(), predictions.notFinite(), all == 0 ? Double.NaN : error, list);
    }
  }

  /**
   * Images of about the same confidence.
   *
   * @param from lower end, which belongs to the bin
   * @param to upper end, which belongs to the next one
   * @param confidence mean probability of the predicted class; NaN without images
   * @param accuracy share of right predictions; NaN without images
   * @param low lower end of the accuracy's 95 % interval (Wilson)
   * @param high upper end
   */
  public record Bin(
      double from, double to, int n, double confidence, double accuracy, double low, double high) {}

  /** Bins, where nothing else is asked for. */
  public static final int BINS = 10;

  public Calibration {
    panels = List.copyOf(panels);
  }

  @Override
  public String figureName() {
    return NAME;
  }
}
