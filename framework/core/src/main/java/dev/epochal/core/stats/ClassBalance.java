package dev.epochal.core.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many images of each class there are.
 *
 * @param counts by class index
 */
public record ClassBalance(List<Integer> counts) {
  /** From here on the largest class drowns the smallest: twice as many images. */
  private static final int UNBALANCED = 2;

  private static final int MOST_NAMED = 5;

  public ClassBalance {
    counts = List.copyOf(counts);
  }

  public static ClassBalance of(int... counts) {
    return new ClassBalance(Arrays.stream(counts).boxed().toList());
  }

  /** Images of all classes together. */
  public int total() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /** The class with the most images, the first of several. */
  public int majority() {
    return counts.indexOf(counts.stream().mapToInt(Integer::intValue).max().orElse(0));
  }

  /** The accuracy of always answering the majority's class. */
  public double majorityAccuracy() {
    return (double) counts.get(majority()) / total();
  }

  /** Whether the largest class has at least twice as many images as the smallest. */
  public boolean isUnbalanced() {
    int smallest = counts.stream().mapToInt(Integer::intValue).min().orElse(0);
    return counts.get(majority()) >= UNBALANCED * smallest;
  }

  /** Why accuracy misleads here; empty when the classes are balanced. */
  public Optional<String> unbalancedSentence(String split, List<String> names) {
    return isUnbalanced()
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%s is unbalanced, so accuracy misleads: answering \"%s\" to every image would be right"
                    + " for %.1f %%, though nothing was learnt (guessing among %d classes: %.1f %%)."
                    + " Look at recall and F1 per class, and at f1.macro.",
                split,
                names.get(majority()),
                100 * majorityAccuracy(),
                counts.size(),
                100.0 / counts.size()))
        : Optional.empty();
  }

  /**
   * Which classes have no image; empty when all have.
   *
   * @param consequence e.g. {@code cannot be learnt}
   */
  public Optional<String> absentSentence(String split, List<String> names, String consequence) {
    List<String> absent =
        IntStream.range(0, counts.size())
            .filter(c -> counts.get(c) == 0)
            .mapToObj(c -> "\"" + names.get(c) + "\"")
            .toList();
    if (absent.isEmpty()) {
      return Optional.empty();
    }
    String more =
        absent.size() > MOST_NAMED ? " and " + (absent.size() - MOST_NAMED) + " more" : "";
    return Optional.of(
        "%s has no image of class %s%s, which therefore %s"
            .formatted(
                split,
                absent.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")),
                more,
                consequence));
  }
}
