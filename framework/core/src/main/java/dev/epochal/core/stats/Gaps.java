package dev.epochal.core.stats;

import dev.epochal.core.data.Split;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a split's final metrics lie from those of train: {@code gap.test.loss} is {@code
 * test.loss} minus {@code train.loss}, both with dropout off: the generalisation error. Accuracies
 * have one too; a network that overfits has positive gaps of loss, negative ones of accuracy.
 */
public final class Gaps {
  private Gaps() {}

  /** The gaps of those splits and metrics that are there. */
  public static SortedMap<String, Double> of(Map<String, Double> metrics) {
    SortedMap<String, Double> gaps = new TreeMap<>();
    for (Split split : new Split[] {Split.VALIDATION, Split.TEST}) {
      for (String name : new String[] {"loss", "accuracy"}) {
        Double here = metrics.get(split.key() + "." + name);
        Double train = metrics.get(Split.TRAIN.key() + "." + name);
        if (here != null && train != null) {
          gaps.put("gap." + split.key() + "." + name, here - train);
        }
      }
    }
    return gaps;
  }
}
