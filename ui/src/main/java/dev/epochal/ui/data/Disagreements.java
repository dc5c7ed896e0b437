package dev.epochal.ui.data;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.Split;
import dev.epochal.core.stats.Interval;
import dev.epochal.core.stats.McNemar;
import dev.epochal.ui.http.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The images of a split that one of two runs gets right and the other wrong, with McNemar's test of
 * whether one is right more often.
 *
 * @param splits that both have predictions of
 * @param n images in the split
 * @param onlyA images that the first alone gets right
 * @param onlyB likewise the second
 * @param p two-sided, exact, of no difference
 * @param difference the second's accuracy minus the first's
 * @param ci its 95 % interval by Newcombe's method 10
 * @param matching images that were asked for
 * @param images of one of the two kinds; those first of which the wrong one was surest
 */
public record Disagreements(
    String a,
    String b,
    Split split,
    List<Split> splits,
    List<String> classNames,
    ImageShape shape,
    int n,
    int onlyA,
    int onlyB,
    double p,
    double difference,
    List<Double> ci,
    int matching,
    int from,
    List<Pair> images) {

  /** One image as both runs see it. */
  public record Pair(Gallery.Item a, Gallery.Item b) {}

  /**
   * Compares two runs.
   *
   * @param rightIsA whether the images are wanted that {@code a} gets right, or those of {@code b}
   * @throws Refused when they have no predictions of the same images
   */
  public static Disagreements of(
      Runs runs, String a, String b, String split, boolean rightIsA, int from, int most) {
    Evaluated first = Evaluated.of(runs, a, split);
    Evaluated second = Evaluated.of(runs, b, first.split().key());
    mustBeOfTheSame(first, second);
    McNemar test =
        McNemar.of(
            first.predictions().labels(),
            first.predictions().predicted(),
            second.predictions().predicted());
    Evaluated right = rightIsA ? first : second;
    Evaluated wrong = rightIsA ? second : first;
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < first.predictions().n(); i++) {
      if (right.isRight(i) && !wrong.isRight(i)) {
        found.add(i);
      }
    }
    found.sort(Comparator.comparingDouble(i -> -wrong.confidence(i)));
    int start = Math.min(from, found.size());
    int end = Math.min(found.size(), start + first.mostItems(most));
    Interval interval = test.interval();
    return new Disagreements(
        a,
        b,
        first.split(),
        first.splits().stream().filter(second.splits()::contains).toList(),
        first.classNames(),
        first.shape(),
        test.n(),
        test.onlyFirst(),
        test.onlySecond(),
        test.p(),
        test.difference(),
        List.of(interval.low(), interval.high()),
        found.size(),
        start,
        found.subList(start, end).stream()
            .map(i -> new Pair(Gallery.item(first, i), Gallery.item(second, i)))
            .toList());
  }

  private static void mustBeOfTheSame(Evaluated first, Evaluated second) {
    if (!first.sha256().equals(second.sha256())) {
      throw new Refused(
          422,
          "their %s images differ (SHA-256 %.8s…, %.8s…): only answers to the same images can be laid side by side"
              .formatted(first.split().key(), first.sha256(), second.sha256()));
    }
    if (!Arrays.equals(first.predictions().labels(), second.predictions().labels())) {
      throw new Refused(422, "the recorded labels of the two are not the same");
    }
  }
}
