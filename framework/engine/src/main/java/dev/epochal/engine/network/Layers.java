package dev.epochal.engine.network;

import dev.epochal.core.plan.Activation;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.LayerPlan.Size2d;
import dev.epochal.core.plan.Padding;
import dev.epochal.core.plan.Weights;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;

/** Each planned layer as DL4J's, nothing left to DL4J's own defaults. */
final class Layers {
  private Layers() {}

  static Layer of(LayerPlan plan) {
    if (plan instanceof LayerPlan.Convolution2d layer) {
      return convolution(layer);
    }
    if (plan instanceof LayerPlan.MaxPool2d layer) {
      return pool(
          SubsamplingLayer.PoolingType.MAX, plan, layer.kernel(), layer.stride(), layer.padding());
    }
    if (plan instanceof LayerPlan.AvgPool2d layer) {
      return pool(
          SubsamplingLayer.PoolingType.AVG, plan, layer.kernel(), layer.stride(), layer.padding());
    }
    if (plan instanceof LayerPlan.GlobalPooling layer) {
      return new GlobalPoolingLayer.Builder(PoolingType.valueOf(layer.pooling().name()))
          .name(layer.name())
          .build();
    }
    if (plan instanceof LayerPlan.BatchNormalization layer) {
      return normalization(layer);
    }
    if (plan instanceof LayerPlan.Activated layer) {
      return new ActivationLayer.Builder()
          .name(layer.name())
          .activation(activation(layer.activation()))
          .build();
    }
    if (plan instanceof LayerPlan.Dropout layer) {
      // DL4J's number is the probability to retain.
      return new DropoutLayer.Builder(1 - layer.rate()).name(layer.name()).build();
    }
    if (plan instanceof LayerPlan.Dense layer) {
      return weighted(new DenseLayer.Builder(), layer.weights(), layer.activation())
          .name(layer.name())
          .nIn(layer.nIn())
          .nOut(layer.nOut())
          .build();
    }
    LayerPlan.Output layer = (LayerPlan.Output) plan;
    return weighted(
            new OutputLayer.Builder(Losses.dl4j(layer.loss())), layer.weights(), layer.activation())
        .name(layer.name())
        .nIn(layer.nIn())
        .nOut(layer.nOut())
        .build();
  }

  private static Layer convolution(LayerPlan.Convolution2d layer) {
    return weighted(
            new ConvolutionLayer.Builder(pair(layer.kernel())), layer.weights(), layer.activation())
        .name(layer.name())
        .nIn(layer.nIn())
        .nOut(layer.nOut())
        .stride(pair(layer.stride()))
        .convolutionMode(mode(layer.padding()))
        .padding(pair(layer.padding().size()))
        .build();
  }

  private static Layer pool(
      SubsamplingLayer.PoolingType type,
      LayerPlan layer,
      Size2d kernel,
      Size2d stride,
      Padding padding) {
    return new SubsamplingLayer.Builder(type)
        .name(layer.name())
        .kernelSize(pair(kernel))
        .stride(pair(stride))
        .convolutionMode(mode(padding))
        .padding(pair(padding.size()))
        .build();
  }

  private static Layer normalization(LayerPlan.BatchNormalization layer) {
    return new BatchNormalization.Builder()
        .name(layer.name())
        .nIn(layer.features())
        .nOut(layer.features())
        .decay(layer.decay())
        .eps(layer.epsilon())
        // The other form keeps log σ, which of an input that never changes ends as log 0 and NaN.
        .useLogStd(false)
        // DL4J would bound the steps of the running statistics as if they were gradients.
        .gradientNormalization(GradientNormalization.None)
        .build();
  }

  private static <B extends BaseLayer.Builder<B>> B weighted(
      B builder, Weights weights, Activation activation) {
    return builder
        .weightInit(WeightInit.valueOf(weights.init().name()))
        .l1(weights.l1())
        .l2(weights.l2())
        .activation(activation(activation));
  }

  private static ConvolutionMode mode(Padding padding) {
    return padding.same() ? ConvolutionMode.Same : ConvolutionMode.Truncate;
  }

  private static org.nd4j.linalg.activations.Activation activation(Activation activation) {
    return org.nd4j.linalg.activations.Activation.valueOf(activation.name());
  }

  private static int[] pair(Size2d size) {
    return new int[] {size.height(), size.width()};
  }
}
