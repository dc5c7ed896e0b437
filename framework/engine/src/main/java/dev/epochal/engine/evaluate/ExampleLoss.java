package dev.epochal.engine.evaluate;

import dev.epochal.core.plan.Loss;

/**
 * The loss of one image, from what the output layer says of it: the number that DL4J's {@code
 * score} averages in training, with DL4J's clipping.
 */
final class ExampleLoss {
  /** Of LossMCXENT under softmax. */
  private static final double CROSS_ENTROPY_CLIP = 1e-10;

  /** Of LossBinaryXENT and, as {@code Nd4j.EPS_THRESHOLD}, of LossKLD. */
  private static final double COARSE_CLIP = 1e-5;

  private final Loss loss;
  private final float[] outputs;
  private final int classes;

  /**
   * The losses of many images.
   *
   * @param outputs {@code [n, classes]}, row by row
   */
  ExampleLoss(Loss loss, float[] outputs, int classes) {
    this.loss = loss;
    this.outputs = outputs;
    this.classes = classes;
  }

  /** That of the image of a row, whose true class is {@code label}. */
  double of(int row, int label) {
    int from = row * classes;
    if (loss == Loss.MCXENT || loss == Loss.NEGATIVELOGLIKELIHOOD) {
      return -Math.log(clip(outputs[from + label], CROSS_ENTROPY_CLIP, 1 - CROSS_ENTROPY_CLIP));
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += term(outputs[from + c], c == label ? 1 : 0);
    }
    boolean mean = loss == Loss.MSE || loss == Loss.MEAN_ABSOLUTE_ERROR;
    return mean ? sum / classes : sum;
  }

  /** A class's part. */
  private double term(double p, double y) {
    return switch (loss) {
      case MCXENT, NEGATIVELOGLIKELIHOOD -> throw new IllegalStateException("only of the true one");
      case KL_DIVERGENCE -> {
        double target = Math.max(y, COARSE_CLIP);
        yield target * Math.log(target / clip(p, COARSE_CLIP, 1));
      }
      case XENT -> {
        double clipped = clip(p, COARSE_CLIP, 1 - COARSE_CLIP);
        yield -Math.log(y == 1 ? clipped : 1 - clipped);
      }
      case MSE, L2 -> (p - y) * (p - y);
      case MEAN_ABSOLUTE_ERROR, L1 -> Math.abs(p - y);
    };
  }

  /** NaN stays NaN: {@code Math.max} keeps it, a comparison would not. */
  private static double clip(double p, double least, double most) {
    return Math.min(Math.max(p, least), most);
  }
}
