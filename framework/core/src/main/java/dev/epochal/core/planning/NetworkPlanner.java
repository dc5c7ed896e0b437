package dev.epochal.core.planning;

import dev.epochal.core.data.DatasetFacts;
import dev.epochal.core.data.ImageShape;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.Weights;
import dev.epochal.core.spec.LayerSpec;
import dev.epochal.core.spec.NetworkSpec;
import dev.epochal.core.spec.SpecSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the key {@code network}: layer after layer, each with the shape that reaches it. */
final class NetworkPlanner {
  private static final String LAYERS = "network.layers";

  /** What one array of them can hold. */
  private static final long MOST_PARAMETERS = Integer.MAX_VALUE;

  private final SpecSource source;

  NetworkPlanner(SpecSource source) {
    this.source = source;
  }

  /** The plan; empty when the spec does not say enough, with the problems added. */
  Optional<NetworkPlan> plan(NetworkSpec spec, DatasetFacts dataset) {
    if (spec.layers() == null) {
      return Optional.empty();
    }
    checkOutput(spec.layers());
    ImageShape input = dataset.shape();
    Weights weights =
        new Weights(
            Defaults.or(spec.weightInit(), Defaults.WEIGHT_INIT),
            Defaults.or(spec.l1(), Defaults.L1),
            Defaults.or(spec.l2(), Defaults.L2));
    LayerPlanner planner = new LayerPlanner(source, dataset, weights);
    List<LayerPlan> layers = new ArrayList<>();
    for (LayerSpec layer : spec.layers()) {
      // A layer whose name is none goes by its number.
      boolean sound = source.sound(LAYERS + "[" + layers.size() + "]");
      Optional<LayerPlan> planned = sound ? planner.plan(LAYERS, layer) : Optional.empty();
      if (planned.isEmpty()) {
        // What reaches the next layer is not known.
        return Optional.empty();
      }
      layers.add(planned.get());
    }
    NetworkPlan plan =
        new NetworkPlan(input, weights, Defaults.or(spec.biasInit(), Defaults.BIAS_INIT), layers);
    if (plan.parameters() > MOST_PARAMETERS) {
      source.problem(
          LAYERS,
          "must have at most " + MOST_PARAMETERS + " parameters but has " + plan.parameters(),
          "make a layer smaller");
    }
    return source.sound("network") ? Optional.of(plan) : Optional.empty();
  }

  private void checkOutput(List<LayerSpec> layers) {
    if (!source.sound(LAYERS)) {
      return;
    }
    List<LayerSpec> outputs = layers.stream().filter(LayerSpec.Output.class::isInstance).toList();
    if (outputs.isEmpty()) {
      source.problem(
          LAYERS,
          "must end with a layer of type output",
          "add {name: out, type: output} as the last");
    }
    LayerSpec last = layers.get(layers.size() - 1);
    outputs.stream()
        .filter(output -> output != last)
        .forEach(
            output ->
                source.problem(
                    LAYERS + "." + output.name(),
                    "must be the last layer: it is of type output",
                    null));
  }
}
