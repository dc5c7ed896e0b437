package dev.epochal.engine.network;

import dev.epochal.core.plan.BiasInit;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.NetworkPlan;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Initial biases, which in DL4J can only be one constant. */
final class Biases {
  private Biases() {}

  /** Fills every bias with U(±1/√fan_in), PyTorch's default (torch.nn.Linear), if so planned. */
  static void fill(MultiLayerNetwork net, NetworkPlan plan, long seed) {
    if (plan.biasInit() == BiasInit.ZERO) {
      return;
    }
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (LayerPlan layer : plan.layers()) {
      long fanIn = fanIn(layer);
      if (fanIn > 0) {
        INDArray bias = net.getLayer(layer.name()).getParam("b");
        double bound = 1 / Math.sqrt((double) fanIn);
        for (long i = 0; i < bias.length(); i++) {
          // nextDouble() is specified: 53 random bits over [0, 1).
          bias.putScalar(i, (2 * random.nextDouble() - 1) * bound);
        }
      }
    }
  }

  private static long fanIn(LayerPlan layer) {
    if (layer instanceof LayerPlan.Convolution2d c) {
      return (long) c.nIn() * c.kernel().height() * c.kernel().width();
    }
    if (layer instanceof LayerPlan.Dense d) {
      return d.nIn();
    }
    return layer instanceof LayerPlan.Output o ? o.nIn() : 0;
  }
}
