package dev.epochal.ui.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Images of a split with what the model said of them.
 *
 * @param n images in the split
 * @param matching those that were asked for
 * @param from how many of them come before the first that is here
 * @param kept whether their pixels were kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Gallery(
    String run,
    Split split,
    List<Split> splits,
    List<String> classNames,
    ImageShape shape,
    int n,
    int matching,
    int from,
    boolean kept,
    List<Item> images) {
  /** Classes told of each image. */
  private static final int BEST = 3;

  /**
   * One image.
   *
   * @param position in its split, from 0
   * @param row in the source dataset
   * @param best the most probable classes, the first first
   * @param pixels {@code [channels × height × width]} unsigned bytes, Base64; null when not kept
   */
  public record Item(
      int position,
      int row,
      int label,
      int predicted,
      double confidence,
      List<Guess> best,
      @Nullable String pixels) {}

  /** A class and how probable it is. */
  public record Guess(int ofClass, double probability) {}

  /**
   * What is asked for.
   *
   * @param label true class; null for all
   * @param predicted null for all
   * @param right whether the prediction must be right, or must be wrong; null for all
   * @param low the least probability of the predicted class
   * @param high the greatest; images whose probabilities are NaN are left out when either is set
   */
  public record Question(
      @Nullable Integer label,
      @Nullable Integer predicted,
      @Nullable Boolean right,
      double low,
      double high,
      Order order) {

    boolean fits(Evaluated evaluated, int position) {
      double confidence = evaluated.confidence(position);
      return (label == null || evaluated.predictions().labels()[position] == label)
          && (predicted == null || evaluated.predictions().predicted()[position] == predicted)
          && (right == null || evaluated.isRight(position) == right)
          && ((low <= 0 && high >= 1) || (confidence >= low && confidence <= high));
    }
  }

  /** Which image comes first. */
  public enum Order {
    POSITION,
    SUREST,
    LEAST_SURE
  }

  /** The images of a run that a question asks for, no more than {@code most}, from one on. */
  public static Gallery of(
      Runs runs, String id, String split, Question question, int from, int most) {
    Evaluated evaluated = Evaluated.of(runs, id, split);
    List<Integer> found =
        new ArrayList<>(
            IntStream.range(0, evaluated.predictions().n())
                .filter(position -> question.fits(evaluated, position))
                .boxed()
                .toList());
    Comparator<Integer> confidence = Comparator.comparingDouble(evaluated::confidence);
    switch (question.order()) {
      case POSITION -> {}
      case SUREST -> found.sort(confidence.reversed());
      case LEAST_SURE -> found.sort(confidence);
    }
    int first = Math.min(from, found.size());
    int last = Math.min(found.size(), first + evaluated.mostItems(most));
    return new Gallery(
        id,
        evaluated.split(),
        evaluated.splits(),
        evaluated.classNames(),
        evaluated.shape(),
        evaluated.predictions().n(),
        found.size(),
        first,
        evaluated.images() != null,
        found.subList(first, last).stream().map(position -> item(evaluated, position)).toList());
  }

  static Item item(Evaluated evaluated, int position) {
    Comparator<Integer> probable =
        Comparator.comparingDouble(c -> -evaluated.probability(position, c));
    return new Item(
        position,
        evaluated.predictions().indices()[position],
        evaluated.predictions().labels()[position],
        evaluated.predictions().predicted()[position],
        evaluated.confidence(position),
        IntStream.range(0, evaluated.predictions().classes())
            .boxed()
            .sorted(probable)
            .limit(BEST)
            .map(c -> new Guess(c, evaluated.probability(position, c)))
            .toList(),
        evaluated.pixels(position));
  }
}
