package dev.epochal.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.core.plan.WeightInit;
import dev.epochal.core.plan.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where weights start: 784 in, 784 out. */
final class WeightInitsTest {
  private static final double IN = 784;
  private static final double UNIFORM = 1 / Math.sqrt(3);

  /** Of a normal distribution without what is beyond two standard deviations. */
  private static final double CUT = 0.8796;

  @ParameterizedTest
  @EnumSource(WeightInit.class)
  void areAsWideAsTheirFormulaAndTheSameAgain(WeightInit init) {
    NetworkPlan plan =
        Spelled.network("{type: dense, nOut: 784, weightInit: " + Words.of(init) + "}");
    Network network = create(plan);
    INDArray weights = network.dl4j().getLayer(0).getParam("W");

    double meanSquare = weights.mul(weights).meanNumber().doubleValue();
    assertThat(Math.sqrt(meanSquare)).isCloseTo(spread(init), within(0.02 * spread(init)));
    assertThat(create(plan).parametersSha256()).isEqualTo(network.parametersSha256());
  }

  /** The root of the mean square. */
  private static double spread(WeightInit init) {
    double one = 1 / Math.sqrt(IN);
    return switch (init) {
      case ZERO -> 0;
      case ONES -> 1;
      case IDENTITY, LECUN_NORMAL, NORMAL, XAVIER, XAVIER_FAN_IN -> one;
      case UNIFORM -> one * UNIFORM;
      case XAVIER_UNIFORM -> Math.sqrt(6 / (2 * IN)) * UNIFORM;
      case XAVIER_LEGACY -> 1 / Math.sqrt(2 * IN);
      case RELU -> Math.sqrt(2 / IN);
      case RELU_UNIFORM -> Math.sqrt(6 / IN) * UNIFORM;
      case SIGMOID_UNIFORM -> 4 * Math.sqrt(6 / (2 * IN)) * UNIFORM;
      case LECUN_UNIFORM,
          VAR_SCALING_UNIFORM_FAN_AVG,
          VAR_SCALING_UNIFORM_FAN_IN,
          VAR_SCALING_UNIFORM_FAN_OUT ->
          3 * one * UNIFORM;
      case VAR_SCALING_NORMAL_FAN_AVG, VAR_SCALING_NORMAL_FAN_IN, VAR_SCALING_NORMAL_FAN_OUT ->
          one * CUT;
    };
  }

  private static Network create(NetworkPlan plan) {
    return Network.create(plan, new UpdaterPlan.Sgd(0.1, 0), SeedPlan.derived(5));
  }
}
