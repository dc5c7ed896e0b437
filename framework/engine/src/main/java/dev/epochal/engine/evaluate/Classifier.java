package dev.epochal.engine.evaluate;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.engine.network.SavedModel;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A saved model that answers about single images, dropout off. */
public final class Classifier {
  private final SavedModel model;
  private final ImageShape shape;
  private final int classes;

  /**
   * @param shape of the images that it was trained with
   * @param classes that it was trained to tell apart
   */
  public Classifier(SavedModel model, ImageShape shape, int classes) {
    this.model = model;
    this.shape = shape;
    this.classes = classes;
  }

  /**
   * The probability of each class.
   *
   * @param pixels normalised as in training, {@code [channels, height, width]}
   * @throws EpochalException if the model does not take such images, or answers for other classes
   */
  public float[] probabilities(float[] pixels) {
    INDArray input =
        Nd4j.createFromArray(pixels).reshape(1, shape.channels(), shape.height(), shape.width());
    INDArray output;
    try {
      output = model.dl4j().output(input);
    } catch (RuntimeException e) {
      throw new EpochalException(
          "the model does not take images of " + shape + ": " + e.getMessage(), e);
    }
    if (output.length() != classes) {
      throw new EpochalException(
          "the model answers for %d classes, but its run has %d"
              .formatted(output.length(), classes));
    }
    return output.dup('c').reshape(output.length()).toFloatVector();
  }
}
