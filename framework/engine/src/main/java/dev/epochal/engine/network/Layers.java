package dev.epochal.engine.network;

import dev.epochal.core.plan.Activation;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.LayerPlan.Size2d;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Each planned layer as DL4J's, nothing left to DL4J's own defaults. */
final class Layers {
  private Layers() {}

  static Layer of(LayerPlan plan) {
    if (plan instanceof LayerPlan.Convolution2d layer) {
      return convolution(layer);
    }
    if (plan instanceof LayerPlan.MaxPool2d layer) {
      return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
          .name(layer.name())
          .kernelSize(pair(layer.kernel()))
          .stride(pair(layer.stride()))
          .convolutionMode(ConvolutionMode.Truncate)
          .build();
    }
    if (plan instanceof LayerPlan.Dropout layer) {
      // DL4J's number is the probability to retain.
      return new DropoutLayer.Builder(1 - layer.rate()).name(layer.name()).build();
    }
    if (plan instanceof LayerPlan.Dense layer) {
      return new DenseLayer.Builder()
          .name(layer.name())
          .nIn(layer.nIn())
          .nOut(layer.nOut())
          .activation(activation(layer.activation()))
          .build();
    }
    LayerPlan.Output layer = (LayerPlan.Output) plan;
    return new OutputLayer.Builder(LossFunction.valueOf(layer.loss().name()))
        .name(layer.name())
        .nIn(layer.nIn())
        .nOut(layer.nOut())
        .activation(activation(layer.activation()))
        .build();
  }

  private static Layer convolution(LayerPlan.Convolution2d layer) {
    return new ConvolutionLayer.Builder(pair(layer.kernel()))
        .name(layer.name())
        .nIn(layer.nIn())
        .nOut(layer.nOut())
        .stride(pair(layer.stride()))
        .convolutionMode(ConvolutionMode.Truncate)
        .activation(activation(layer.activation()))
        .build();
  }

  private static org.nd4j.linalg.activations.Activation activation(Activation activation) {
    return org.nd4j.linalg.activations.Activation.valueOf(activation.name());
  }

  private static int[] pair(Size2d size) {
    return new int[] {size.height(), size.width()};
  }
}
