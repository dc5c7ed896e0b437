package dev.epochal.core.stats;

/**
 * What a model says of one split.
 *
 * @param indices row of each image in the source dataset, {@code [n]}
 * @param labels true class of each image, {@code [n]}
 * @param predicted most probable class, the lowest index where tied, {@code [n]}
 * @param probabilities {@code [n, classes]}, row by row: softmax's sum to 1, sigmoid's are each
 *     class's own against the rest
 * @param classes number of classes
 * @param loss mean over the images of the plan's loss, without penalties
 */
@SuppressWarnings("ArrayRecordComponent") // plain bulk data: shared, never copied or compared
public record Predictions(
    int[] indices, int[] labels, int[] predicted, float[] probabilities, int classes, double loss) {

  /** Number of images. */
  public int n() {
    return labels.length;
  }

  /** Share of images whose predicted class is the true one. */
  public double accuracy() {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == predicted[i]) {
        right++;
      }
    }
    return (double) right / labels.length;
  }
}
