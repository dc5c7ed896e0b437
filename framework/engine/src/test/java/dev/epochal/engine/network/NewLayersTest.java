package dev.epochal.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.UpdaterPlan;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What layers make of images, against numbers computed by hand. */
final class NewLayersTest {
  private final INDArray image = Nd4j.zeros(DataType.FLOAT, 1, 1, 28, 28);

  @Test
  void avgpoolDividesByTheValuesThatAreThere() {
    image.assign(-6);
    INDArray pooled = first("{type: avgpool2d, kernel: [3, 3], stride: [2, 2], padding: [1, 1]}");

    // Also in the corner, where five of nine values lie outside.
    assertThat(pooled.minNumber().floatValue()).isEqualTo(-6);
    assertThat(pooled.maxNumber().floatValue()).isEqualTo(-6);
  }

  @Test
  void maxpoolNeverTakesWhatIsOutside() {
    image.assign(-6);
    INDArray pooled = first("{type: maxpool2d, kernel: [3, 3], padding: same}");

    assertThat(pooled.minNumber().floatValue()).isEqualTo(-6);
    assertThat(pooled.maxNumber().floatValue()).isEqualTo(-6);
  }

  @Test
  void avgpoolIsTheMeanOfItsWindow() {
    image.putScalar(new int[] {0, 0, 0, 0}, 1);
    image.putScalar(new int[] {0, 0, 1, 1}, 2);
    INDArray pooled = first("{type: avgpool2d}");

    assertThat(pooled.shape()).containsExactly(1, 1, 14, 14);
    assertThat(pooled.getFloat(0, 0, 0, 0)).isEqualTo(0.75f);
    assertThat(pooled.sumNumber().floatValue()).isEqualTo(0.75f);
  }

  @Test
  void globalPoolingLeavesOneValueOfAChannel() {
    image.putScalar(new int[] {0, 0, 9, 9}, 784);

    assertThat(first("{type: globalPooling, pooling: avg}").toFloatVector()).containsExactly(1);
    assertThat(first("{type: globalPooling, pooling: max}").toFloatVector()).containsExactly(784);
  }

  @Test
  void aPaddedConvolutionSeesZerosOutside() {
    image.assign(1);
    INDArray sums =
        first(
            "{type: convolution2d, nOut: 1, kernel: [3, 3], padding: same, weightInit: ones, activation: identity}");

    assertThat(sums.getFloat(0, 0, 0, 0)).isEqualTo(4);
    assertThat(sums.getFloat(0, 0, 0, 5)).isEqualTo(6);
    assertThat(sums.getFloat(0, 0, 5, 5)).isEqualTo(9);
  }

  @Test
  void batchNormalizationCountsARunningMeanAndVarianceAndEvaluatesWithThem() {
    Network network = create(Spelled.network("{type: batchNormalization, decay: 0.8}"));
    MultiLayerNetwork net = network.dl4j();
    INDArray images = noise(6).muli(3).addi(5);
    double mean = images.meanNumber().doubleValue();
    double variance = images.var(false).getDouble(0);
    String before = network.parametersSha256();

    net.fit(images, labels(6));

    INDArray runningMean = net.getLayer(0).getParam("mean");
    INDArray runningVariance = net.getLayer(0).getParam("var");
    assertThat(network.parametersSha256()).isNotEqualTo(before);
    assertThat(runningMean.getDouble(0)).isCloseTo(0.2 * mean, within(1e-4));
    assertThat(runningVariance.getDouble(0)).isCloseTo(0.8 + 0.2 * variance, within(1e-3));
    double gamma = net.getLayer(0).getParam("gamma").getDouble(0);
    double beta = net.getLayer(0).getParam("beta").getDouble(0);
    double expected =
        (images.getDouble(0) - 0.2 * mean) / Math.sqrt(0.8 + 0.2 * variance + 1e-5) * gamma + beta;
    assertThat(net.feedForward(images, false).get(1).getDouble(0))
        .isCloseTo(expected, within(1e-3));
  }

  /** Pixels at the border of digits are never written: DL4J's own form ends as NaN there. */
  @Test
  void batchNormalizationOfWhatNeverChangesStaysANumber() {
    MultiLayerNetwork net =
        create(
                Spelled.network(
                    "{type: dense, nOut: 2, activation: relu, weightInit: zero}",
                    "{type: batchNormalization, decay: 0.5}"))
            .dl4j();
    INDArray images = noise(4);
    INDArray labels = labels(4);
    for (int update = 0; update < 300; update++) {
      net.fit(images, labels);
    }

    assertThat(net.getLayer(1).getParam("var").getDouble(0)).isLessThan(1e-6);
    assertThat(net.output(images).sumNumber().doubleValue()).isCloseTo(4, within(1e-4));
  }

  private INDArray first(String layer) {
    return create(Spelled.network(layer)).dl4j().feedForward(image, false).get(1);
  }

  private static Network create(NetworkPlan plan) {
    return Network.create(plan, new UpdaterPlan.Sgd(0.01, 0), SeedPlan.derived(1));
  }

  private static INDArray noise(int n) {
    Random random = new Random(11);
    INDArray images = Nd4j.zeros(DataType.FLOAT, n, 1, 28, 28);
    for (long i = 0; i < images.length(); i++) {
      images.putScalar(i, random.nextGaussian());
    }
    return images;
  }

  private static INDArray labels(int n) {
    INDArray labels = Nd4j.zeros(DataType.FLOAT, n, 10);
    for (int i = 0; i < n; i++) {
      labels.putScalar(i, i, 1);
    }
    return labels;
  }
}
