package dev.epochal.engine.network;

import dev.epochal.core.plan.Loss;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The loss that a DL4J network carries in its output layer. */
public final class Losses {
  private Losses() {}

  /**
   * The loss that it is trained with.
   *
   * @throws IllegalArgumentException if it is none that can be planned
   */
  public static Loss of(MultiLayerNetwork net) {
    BaseOutputLayer output = (BaseOutputLayer) net.getOutputLayer().conf().getLayer();
    Class<?> carried = output.getLossFn().getClass();
    return Arrays.stream(Loss.values())
        .filter(loss -> dl4j(loss).getILossFunction().getClass() == carried)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no loss is like " + carried));
  }

  static LossFunction dl4j(Loss loss) {
    return LossFunction.valueOf(loss.name());
  }
}
