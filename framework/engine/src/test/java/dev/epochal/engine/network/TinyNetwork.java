package dev.epochal.engine.network;

import dev.epochal.core.plan.Activation;
import dev.epochal.core.plan.BiasInit;
import dev.epochal.core.plan.DatasetName;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.LayerPlan.Size2d;
import dev.epochal.core.plan.Loss;
import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.Padding;
import dev.epochal.core.plan.TensorShape;
import dev.epochal.core.plan.WeightInit;
import dev.epochal.core.plan.Weights;
import java.util.List;

/** The tutorial's network, small enough to train in a test. */
public final class TinyNetwork {
  public static final Weights WEIGHTS = new Weights(WeightInit.UNIFORM, 0, 0);
  public static final NetworkPlan PLAN = withDropout(0.25);

  private TinyNetwork() {}

  public static NetworkPlan withDropout(double rate) {
    TensorShape maps = TensorShape.of(3, 13, 13);
    TensorShape units = TensorShape.of(16);
    return new NetworkPlan(
        DatasetName.DIGITS.known().orElseThrow().shape(),
        WEIGHTS,
        BiasInit.UNIFORM,
        List.of(
            new LayerPlan.Convolution2d(
                "conv",
                1,
                3,
                new Size2d(3, 3),
                new Size2d(1, 1),
                Padding.NONE,
                Activation.RELU,
                WEIGHTS,
                TensorShape.of(3, 26, 26)),
            new LayerPlan.MaxPool2d("pool", new Size2d(2, 2), new Size2d(2, 2), Padding.NONE, maps),
            new LayerPlan.Dropout("dropout1", rate, maps),
            new LayerPlan.Dense("hidden", 507, 16, Activation.RELU, WEIGHTS, units),
            new LayerPlan.Dropout("dropout2", rate, units),
            new LayerPlan.Output(
                "output", 16, 10, Activation.SOFTMAX, Loss.MCXENT, WEIGHTS, TensorShape.of(10))));
  }
}
