package dev.epochal.core.planning;

import dev.epochal.core.plan.WeightInit;
import dev.epochal.core.plan.Weights;
import dev.epochal.core.spec.LayerSpec;
import dev.epochal.core.spec.SpecSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans the weights of layers: the network's unless a layer says otherwise. */
final class WeightsPlanner {
  private final SpecSource source;
  private final Weights common;

  WeightsPlanner(SpecSource source, Weights common) {
    this.source = source;
    this.common = common;
  }

  Weights convolution(LayerSpec.Convolution2d layer, String key, int channels) {
    List<Integer> kernel = layer.kernel();
    boolean odd = kernel.get(0) % 2 == 1 && kernel.get(1) % 2 == 1;
    Weights weights = own(layer.weightInit(), layer.l1(), layer.l2());
    if (weights.init() == WeightInit.IDENTITY && !odd) {
      cannotBeIdentity(key, "a window of odd size", kernel.get(0) + "×" + kernel.get(1));
    }
    return square(weights, key, channels, layer.nOut());
  }

  Weights dense(LayerSpec.Dense layer, String key, int nIn) {
    return square(own(layer.weightInit(), layer.l1(), layer.l2()), key, nIn, layer.nOut());
  }

  Weights output(LayerSpec.Output layer, String key, int nIn, int nOut) {
    return square(own(layer.weightInit(), layer.l1(), layer.l2()), key, nIn, nOut);
  }

  private Weights own(@Nullable WeightInit init, @Nullable Double l1, @Nullable Double l2) {
    return new Weights(
        Defaults.or(init, common.init()),
        Defaults.or(l1, common.l1()),
        Defaults.or(l2, common.l2()));
  }

  private Weights square(Weights weights, String key, int nIn, int nOut) {
    if (weights.init() == WeightInit.IDENTITY && nIn != nOut) {
      cannotBeIdentity(key, "as many outputs as inputs", nIn + " to " + nOut);
    }
    return weights;
  }

  private void cannotBeIdentity(String key, String needed, String was) {
    source.problem(
        key + ".weightInit",
        "cannot be identity, which needs " + needed + ", but this is " + was,
        "give the layer another");
  }
}
