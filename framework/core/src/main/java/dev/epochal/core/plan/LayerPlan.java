package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * One layer with its sizes. {@code output} is the shape that it yields for one image: {@code
 * [channels, height, width]} or {@code [units]}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LayerPlan.Convolution2d.class, name = "convolution2d"),
  @JsonSubTypes.Type(value = LayerPlan.MaxPool2d.class, name = "maxpool2d"),
  @JsonSubTypes.Type(value = LayerPlan.Dropout.class, name = "dropout"),
  @JsonSubTypes.Type(value = LayerPlan.Dense.class, name = "dense"),
  @JsonSubTypes.Type(value = LayerPlan.Output.class, name = "output"),
})
public sealed interface LayerPlan {
  String name();

  TensorShape output();

  /** Trainable parameters: weights and biases. */
  @JsonIgnore
  default long parameters() {
    return 0;
  }

  /** Height and width of a window or of its steps. */
  record Size2d(int height, int width) {
    @Override
    public String toString() {
      return height + "×" + width;
    }
  }

  /** Convolution without padding: output size {@code (in − kernel) / stride + 1}, rounded down. */
  record Convolution2d(
      String name,
      int nIn,
      int nOut,
      Size2d kernel,
      Size2d stride,
      Activation activation,
      TensorShape output)
      implements LayerPlan {
    @Override
    public long parameters() {
      return (long) nOut * nIn * kernel.height() * kernel.width() + nOut;
    }
  }

  /** The largest value of each window. */
  record MaxPool2d(String name, Size2d kernel, Size2d stride, TensorShape output)
      implements LayerPlan {}

  /**
   * In training, sets a share of the activations to zero and scales the others by 1 / (1 − rate).
   *
   * @param rate the share that is dropped, in [0, 1)
   */
  record Dropout(String name, double rate, TensorShape output) implements LayerPlan {}

  /** Fully connected. */
  record Dense(String name, int nIn, int nOut, Activation activation, TensorShape output)
      implements LayerPlan {
    @Override
    public long parameters() {
      return (long) nIn * nOut + nOut;
    }
  }

  /** Fully connected, with the loss: the last layer. */
  record Output(
      String name, int nIn, int nOut, Activation activation, Loss loss, TensorShape output)
      implements LayerPlan {
    @Override
    public long parameters() {
      return (long) nIn * nOut + nOut;
    }
  }
}
