package dev.epochal.core.plan;

import dev.epochal.core.data.ImageShape;
import java.util.List;

/**
 * The network, layer by layer, with every size inferred.
 *
 * @param input shape of one image
 * @param weights what holds for each layer with weights that says nothing else
 * @param layers from the input to the output layer, which is the last
 */
public record NetworkPlan(
    ImageShape input, Weights weights, BiasInit biasInit, List<LayerPlan> layers) {

  public NetworkPlan {
    layers = List.copyOf(layers);
  }

  /** What training makes small: the last layer says it. */
  public Loss loss() {
    return ((LayerPlan.Output) layers.get(layers.size() - 1)).loss();
  }

  /** Parameters of the whole network. */
  public long parameters() {
    return layers.stream().mapToLong(LayerPlan::parameters).sum();
  }
}
