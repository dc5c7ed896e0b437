package dev.epochal.core.figure;

import dev.epochal.core.data.Split;
import dev.epochal.core.stats.Predictions;
import java.util.Arrays;
import java.util.List;

/**
 * How often the model gives each class which probability.
 *
 * @param bins of equal width from 0 to 1; the last one holds 1 too
 */
public record ClassProbabilities(
    FigureSubject subject, List<String> classNames, int bins, List<Panel> panels)
    implements FigureData {
  public static final String NAME = "class-probabilities";

  /**
   * One split's histograms.
   *
   * @param n images
   * @param notFinite images with a probability that is NaN; they are in no bin
   * @param own {@code [classes][bins]}: images that are of the class
   * @param others {@code [classes][bins]}: images that are not
   */
  public record Panel(
      Split split, int n, int notFinite, List<List<Integer>> own, List<List<Integer>> others) {
    public Panel {
      own = own.stream().map(List::copyOf).toList();
      others = others.stream().map(List::copyOf).toList();
    }

    /** The histograms of a split's predictions, of which those with NaN are left out. */
    public static Panel of(Split split, Predictions predictions, int bins) {
      int classes = predictions.classes();
      Integer[][] own = new Integer[classes][bins];
      Integer[][] others = new Integer[classes][bins];
      for (int c = 0; c < classes; c++) {
        Arrays.fill(own[c], 0);
        Arrays.fill(others[c], 0);
      }
      for (int i = 0; i < predictions.n(); i++) {
        for (int c = 0; c < classes && predictions.isFinite(i); c++) {
          float probability = predictions.probabilities()[i * classes + c];
          int bin = Math.min(bins - 1, (int) (probability * bins));
          (predictions.labels()[i] == c ? own : others)[c][bin]++;
        }
      }
      return new Panel(
          split,
          predictions.n(),
          predictions.notFinite(),
          Arrays.stream(own).map(List::of).toList(),
          Arrays.stream(others).map(List::of).toList());
    }
  }

  /** Bins, where nothing else is asked for. */
  public static final int BINS = 20;

  public ClassProbabilities {
    classNames = List.copyOf(classNames);
    panels = List.copyOf(panels);
  }

  @Override
  public String figureName() {
    return NAME;
  }
}
