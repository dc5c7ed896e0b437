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

  /** The probability of a class, for each image. */
  public float[] scores(int ofClass) {
    float[] scores = new float[n()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = probabilities[i * classes + ofClass];
    }
    return scores;
  }

  /** Whether each image is of a class. */
  public boolean[] areOf(int ofClass) {
    boolean[] are = new boolean[n()];
    for (int i = 0; i < are.length; i++) {
      are[i] = labels[i] == ofClass;
    }
    return are;
  }

  /** Whether every probability of an image is a number. */
  public boolean isFinite(int image) {
    for (int c = 0; c < classes; c++) {
      if (!Float.isFinite(probabilities[image * classes + c])) {
        return false;
      }
    }
    return true;
  }

  /** Images with a probability that is no number. */
  public int notFinite() {
    int not = 0;
    for (int i = 0; i < n(); i++) {
      not += isFinite(i) ? 0 : 1;
    }
    return not;
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
