package dev.epochal.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.plan.GradientClipping;
import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.UpdaterPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** What an update at learning rate 1 takes off the parameters of a network. */
final class PenaltiesAndClippingTest {
  private static final String[] LAYERS = {
    "{type: batchNormalization}", "{type: dense, nOut: 3, activation: tanh}"
  };
  private static final int DENSE = 1;
  private static final NetworkPlan FREE = Spelled.network(LAYERS);

  @Test
  void penaltiesPullWeightsAndNothingElse() {
    NetworkPlan penalized =
        Spelled.plan(List.of("network.l1=0.25", "network.l2=0.5"), LAYERS).network();
    INDArray weights = created(FREE, null).dl4j().getLayer(DENSE).getParam("W").dup();

    INDArray pull = step(penalized, null, "W").sub(step(FREE, null, "W"));
    INDArray expected = weights.mul(0.5).add(Transforms.sign(weights).mul(0.25));
    assertThat(pull.sub(expected).amaxNumber().doubleValue()).isLessThan(1e-5);
    assertThat(expected.amaxNumber().doubleValue()).isGreaterThan(0.25);
    assertThat(step(penalized, null, "b")).isEqualTo(step(FREE, null, "b"));
    assertThat(ofNormalization(penalized, null, "gamma"))
        .isEqualTo(ofNormalization(FREE, null, "gamma"));
  }

  @Test
  void elementWiseBoundsEachValue() {
    double bound = step(FREE, null, "W").amaxNumber().doubleValue() / 2;
    INDArray clipped = step(FREE, clipping(GradientClipping.Type.ELEMENT_WISE, bound), "W");

    assertThat(clipped.amaxNumber().doubleValue()).isCloseTo(bound, within(1e-6));
    assertThat(
            clipped
                .sub(Transforms.max(Transforms.min(step(FREE, null, "W"), bound), -bound))
                .amaxNumber()
                .doubleValue())
        .isLessThan(1e-6);
  }

  @Test
  void l2PerLayerBoundsWeightsAndBiasesAsOne() {
    double norm = norm(null);
    assertThat(norm(clipping(GradientClipping.Type.L2_PER_LAYER, norm / 2)))
        .isCloseTo(norm / 2, within(1e-5));
    assertThat(norm(clipping(GradientClipping.Type.L2_PER_LAYER, norm * 2)))
        .isCloseTo(norm, within(1e-5));
    assertThat(norm(new GradientClipping(GradientClipping.Type.RENORMALIZE_L2_PER_LAYER, null)))
        .isCloseTo(1, within(1e-5));
  }

  @Test
  void l2PerParamTypeBoundsWeightsAndBiasesEachForThemselves() {
    double norm = step(FREE, null, "b").norm2Number().doubleValue();
    GradientClipping half = clipping(GradientClipping.Type.L2_PER_PARAM_TYPE, norm / 2);
    GradientClipping one =
        new GradientClipping(GradientClipping.Type.RENORMALIZE_L2_PER_PARAM_TYPE, null);

    for (String param : List.of("W", "b")) {
      assertThat(step(FREE, half, param).norm2Number().doubleValue())
          .isCloseTo(norm / 2, within(1e-5));
      assertThat(step(FREE, one, param).norm2Number().doubleValue()).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void clippingLeavesTheRunningStatisticsAlone() {
    GradientClipping tight = clipping(GradientClipping.Type.ELEMENT_WISE, 1e-9);

    assertThat(ofNormalization(FREE, tight, "mean")).isEqualTo(ofNormalization(FREE, null, "mean"));
    assertThat(ofNormalization(FREE, null, "mean").amaxNumber().doubleValue()).isGreaterThan(0.01);
  }

  private static GradientClipping clipping(GradientClipping.Type type, double threshold) {
    return new GradientClipping(type, threshold);
  }

  private static double norm(@Nullable GradientClipping clipping) {
    return Math.hypot(
        step(FREE, clipping, "W").norm2Number().doubleValue(),
        step(FREE, clipping, "b").norm2Number().doubleValue());
  }

  private static INDArray step(
      NetworkPlan plan, @Nullable GradientClipping clipping, String param) {
    return step(plan, clipping, DENSE, param);
  }

  private static INDArray ofNormalization(
      NetworkPlan plan, @Nullable GradientClipping clipping, String param) {
    return step(plan, clipping, 0, param);
  }

  private static INDArray step(
      NetworkPlan plan, @Nullable GradientClipping clipping, int layer, String param) {
    Network network = created(plan, clipping);
    INDArray before = network.dl4j().getLayer(layer).getParam(param).dup();
    float[] pixels = new float[5 * 784];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % 97 / 97f;
    }
    INDArray labels = Nd4j.zeros(DataType.FLOAT, 5, 10);
    for (int i = 0; i < 5; i++) {
      labels.putScalar(i, i, 1);
    }
    network.dl4j().fit(Nd4j.create(pixels, new long[] {5, 1, 28, 28}, 'c'), labels);
    return before.sub(network.dl4j().getLayer(layer).getParam(param));
  }

  private static Network created(NetworkPlan plan, @Nullable GradientClipping clipping) {
    return Network.create(plan, new UpdaterPlan.Sgd(1, 0), clipping, SeedPlan.derived(1));
  }
}
