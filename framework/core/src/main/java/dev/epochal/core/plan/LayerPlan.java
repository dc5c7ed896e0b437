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
  @JsonSubTypes.Type(value = LayerPlan.AvgPool2d.class, name = "avgpool2d"),
  @JsonSubTypes.Type(value = LayerPlan.GlobalPooling.class, name = "globalPooling"),
  @JsonSubTypes.Type(value = LayerPlan.BatchNormalization.class, name = "batchNormalization"),
  @JsonSubTypes.Type(value = LayerPlan.Activated.class, name = "activation"),
  @JsonSubTypes.Type(value = LayerPlan.Dropout.class, name = "dropout"),
  @JsonSubTypes.Type(value = LayerPlan.Dense.class, name = "dense"),
  @JsonSubTypes.Type(value = LayerPlan.Output.class, name = "output"),
})
public sealed interface LayerPlan {
  String name();

  TensorShape output();

  /** What training or counting changes: weights, biases, running statistics. */
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

  /** Convolution: output size {@code (in + 2·padding − kernel) / stride + 1}, rounded down. */
  record Convolution2d(
      String name,
      int nIn,
      int nOut,
      Size2d kernel,
      Size2d stride,
      Padding padding,
      Activation activation,
      Weights weights,
      TensorShape output)
      implements LayerPlan {
    @Override
    public long parameters() {
      return (long) nOut * nIn * kernel.height() * kernel.width() + nOut;
    }
  }

  /** The largest value of each window. */
  record MaxPool2d(String name, Size2d kernel, Size2d stride, Padding padding, TensorShape output)
      implements LayerPlan {}

  /** The mean of each window; padding is not counted among its values. */
  record AvgPool2d(String name, Size2d kernel, Size2d stride, Padding padding, TensorShape output)
      implements LayerPlan {}

  /** One value of each channel: the mean or the largest over its height and width. */
  record GlobalPooling(String name, Pooling pooling, TensorShape output) implements LayerPlan {}

  /**
   * Ioffe and Szegedy, 2015: of each channel of images, or of each unit, minus its mean, divided by
   * √(variance + epsilon), times a scale, plus a shift. In training mean and variance are the
   * batch's; otherwise the running ones, which are parameters too: running ← decay·running + (1 −
   * decay)·batch.
   *
   * @param features channels or units
   */
  record BatchNormalization(
      String name, int features, double decay, double epsilon, TensorShape output)
      implements LayerPlan {
    /** Scale, shift, running mean and running variance, as DL4J counts. */
    @Override
    public long parameters() {
      return 4L * features;
    }
  }

  /** An activation by itself, after a layer with none: {@code type: activation}. */
  record Activated(String name, Activation activation, TensorShape output) implements LayerPlan {}

  /**
   * In training, sets a share of the activations to zero and scales the others by 1 / (1 − rate).
   *
   * @param rate the share that is dropped, in [0, 1)
   */
  record Dropout(String name, double rate, TensorShape output) implements LayerPlan {}

  /** Fully connected. */
  record Dense(
      String name, int nIn, int nOut, Activation activation, Weights weights, TensorShape output)
      implements LayerPlan {
    @Override
    public long parameters() {
      return (long) nIn * nOut + nOut;
    }
  }

  /** Fully connected, with the loss: the last layer. */
  record Output(
      String name,
      int nIn,
      int nOut,
      Activation activation,
      Loss loss,
      Weights weights,
      TensorShape output)
      implements LayerPlan {
    @Override
    public long parameters() {
      return (long) nIn * nOut + nOut;
    }
  }
}
