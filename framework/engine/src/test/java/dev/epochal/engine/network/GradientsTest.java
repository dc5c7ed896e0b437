package dev.epochal.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.plan.Activation;
import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.core.plan.Words;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Each layer's gradients: in double precision, where DL4J computes by itself, against finite
 * differences; and in single precision, where oneDNN computes, against those.
 */
final class GradientsTest {
  private static final String CONV =
      "{type: convolution2d, nOut: 3, kernel: [5, 5], stride: [3, 3]}";
  private static final int BATCH = 4;
  private static final int CHECKED = 16;
  private static final double STEP = 1e-6;

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{type: convolution2d, nOut: 2, kernel: [3, 3], padding: [1, 0], activation: tanh}",
        "{type: convolution2d, nOut: 2, kernel: [2, 3], padding: same, stride: [2, 3], activation: tanh}",
        "{type: convolution2d, nOut: 2, kernel: [3, 3], stride: [2, 2], weightInit: relu, activation: softplus}",
        "{type: maxpool2d, kernel: [3, 3]}",
        "{type: maxpool2d, kernel: [3, 3], stride: [2, 2], padding: [1, 1]}",
        "{type: maxpool2d, kernel: [3, 2], padding: same}",
        "{type: avgpool2d, kernel: [3, 3]}",
        "{type: avgpool2d, kernel: [3, 3], stride: [2, 2], padding: [1, 1]}",
        "{type: avgpool2d, kernel: [3, 2], padding: same}",
        "{type: globalPooling, pooling: avg}",
        "{type: globalPooling, pooling: max}",
        "{type: batchNormalization}",
        "{type: activation, activation: tanh}",
        "{type: dense, nOut: 5, activation: tanh}",
      })
  void areThoseOfFiniteDifferencesAfterAConvolution(String layer) {
    check(Spelled.network(CONV.replace("}", ", activation: tanh}"), layer));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{type: batchNormalization, epsilon: 0.001}",
        "{type: activation, activation: softmax}"
      })
  void areThoseOfFiniteDifferencesAfterADenseLayer(String layer) {
    check(Spelled.network("{type: dense, nOut: 5, activation: tanh}", layer));
  }

  static Stream<String> activations() {
    return Arrays.stream(Activation.values()).map(Words::of);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("activations")
  void areThoseOfFiniteDifferencesUnderEveryActivation(String activation) {
    check(Spelled.network("{type: dense, nOut: 6, activation: " + activation + "}"));
  }

  private static void check(NetworkPlan plan) {
    MultiLayerNetwork single =
        Network.create(plan, new UpdaterPlan.Sgd(0.1, 0), SeedPlan.derived(7)).dl4j();
    Random random = new Random(3);
    double[] pixels = random.doubles(BATCH * 784L).map(p -> 2 * p - 1).toArray();
    INDArray images = Nd4j.create(pixels, new long[] {BATCH, 1, 28, 28}, 'c');
    INDArray labels = Nd4j.zeros(DataType.DOUBLE, BATCH, 10);
    for (int i = 0; i < BATCH; i++) {
      labels.putScalar(i, 3 * i, 1);
    }
    MultiLayerNetwork exact = single.convertDataType(DataType.DOUBLE);

    INDArray ofExact = gradient(exact, images, labels);
    INDArray ofSingle =
        gradient(single, images.castTo(DataType.FLOAT), labels.castTo(DataType.FLOAT));

    double largest = ofExact.amaxNumber().doubleValue();
    assertThat(largest).isGreaterThan(1e-4);
    assertThat(ofSingle.castTo(DataType.DOUBLE).sub(ofExact).amaxNumber().doubleValue())
        .isLessThan(1e-4 * Math.max(largest, 1));
    int compared = 0;
    for (int n = 0; n < CHECKED; n++) {
      // Steps of running statistics stand among the gradients.
      long i = (long) (random.nextDouble() * ofExact.length());
      if (isRunningStatistic(exact, i)) {
        continue;
      }
      double at = exact.params().getDouble(i);
      double slope =
          (score(exact, images, labels, i, at + STEP) - score(exact, images, labels, i, at - STEP))
              / (2 * STEP);
      exact.params().putScalar(i, at);
      assertThat(Math.abs(slope - ofExact.getDouble(i)))
          .as("parameter %d", i)
          .isLessThan(1e-6 * Math.max(largest, 1));
      compared++;
    }
    assertThat(compared).isGreaterThan(CHECKED / 4);
  }

  private static boolean isRunningStatistic(MultiLayerNetwork net, long index) {
    long from = 0;
    for (var entry : net.paramTable().entrySet()) {
      boolean here = index >= from && index < from + entry.getValue().length();
      if (here) {
        return entry.getKey().endsWith("_mean") || entry.getKey().endsWith("_var");
      }
      from += entry.getValue().length();
    }
    throw new AssertionError("no parameter " + index);
  }

  private static INDArray gradient(MultiLayerNetwork net, INDArray images, INDArray labels) {
    net.setInput(images);
    net.setLabels(labels);
    net.computeGradientAndScore();
    return net.gradient().gradient().dup().reshape(net.numParams()).divi(BATCH);
  }

  private static double score(
      MultiLayerNetwork net, INDArray images, INDArray labels, long index, double value) {
    net.params().putScalar(index, value);
    gradient(net, images, labels);
    return net.score();
  }
}
