package dev.epochal.core.plan;

import dev.epochal.core.data.ImageShape;
import java.util.List;

/**
 * The network, layer by layer, with every size inferred.
 *
 * @param input shape of one image
 * @param layers from the input to the output layer, which is the last
 */
public record NetworkPlan(
    ImageShape input, WeightInit weightInit, BiasInit biasInit, List<LayerPlan> layers) {

  public NetworkPlan {
    layers = List.copyOf(layers);
  }

  /** Trainable parameters of the whole network. */
  public long parameters() {
    return layers.stream().mapToLong(LayerPlan::parameters).sum();
  }
}
