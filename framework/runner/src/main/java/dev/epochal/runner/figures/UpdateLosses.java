package dev.epochal.runner.figures;

import dev.epochal.core.figure.LossHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * The losses of all updates, averaged over neighbours so that no run has more of them than a figure
 * can show: whenever they become too many, each two become one.
 */
public final class UpdateLosses {
  private List<Double> means = new ArrayList<>();
  private long each = 1;
  private double sum;
  private long summed;

  /** The loss of the next update. */
  public void add(double loss) {
    sum += loss;
    if (++summed < each) {
      return;
    }
    means.add(sum / summed);
    sum = 0;
    summed = 0;
    if (means.size() > LossHistory.MOST_UPDATES) {
      List<Double> halved = new ArrayList<>();
      for (int i = 0; i + 1 < means.size(); i += 2) {
        halved.add((means.get(i) + means.get(i + 1)) / 2);
      }
      // One stays over when they are odd in number: it begins the next mean.
      if (means.size() % 2 == 1) {
        sum = means.get(means.size() - 1) * each;
        summed = each;
      }
      means = halved;
      each *= 2;
    }
  }

  /** The means so far. */
  List<Double> means() {
    return List.copyOf(means);
  }

  /** The middle of the updates that each mean is of, counted from 1. */
  List<Double> at() {
    List<Double> at = new ArrayList<>();
    for (int i = 0; i < means.size(); i++) {
      at.add(i * each + (each + 1) / 2.0);
    }
    return at;
  }
}
