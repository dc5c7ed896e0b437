package dev.epochal.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.NpyFile;
import dev.epochal.core.plan.Activation;
import dev.epochal.core.plan.BiasInit;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.LayerPlan.Size2d;
import dev.epochal.core.plan.Loss;
import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.Padding;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.TensorShape;
import dev.epochal.core.plan.UpdaterPlan;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * From the same weights, five steps on the same batch as PyTorch took ({@code
 * parity/make_fixture.py}, which writes the files beside it).
 */
final class PyTorchParityTest {
  /** Where the fixture lies: the committed one, or one made with {@code --full}. */
  private static final Path FIXTURE =
      Path.of(System.getProperty("parity.fixture", "src/test/resources/parity"));

  private static final UpdaterPlan PLAIN_MOMENTUM = new UpdaterPlan.Sgd(0.01, 0.9);
  private static final SeedPlan SEEDS = SeedPlan.derived(1);

  /** Every layer with parameters, in PyTorch's order. */
  private static final List<String> LAYERS = List.of("conv1", "conv2", "hidden", "output");

  private final int[] shape = NpyFile.readInts(FIXTURE.resolve("shape.npy"));
  private final int size = shape[0];
  private final int batch = shape[4];
  private final float[] initial = floats("initial.npy");
  private final float[] losses = floats("losses.npy");
  private final float[] last = floats("final.npy");
  private INDArray images;
  private INDArray labels;

  @BeforeEach
  void readTheBatch() {
    images = Nd4j.create(floats("images.npy"), new long[] {batch, 1, size, size}, 'c');
    labels = Nd4j.zeros(DataType.FLOAT, batch, 10);
    int[] classes = NpyFile.readInts(FIXTURE.resolve("labels.npy"));
    for (int i = 0; i < batch; i++) {
      labels.putScalar(i, classes[i], 1);
    }
  }

  @Test
  void fiveStepsOfPlainMomentumAgreeInLossesAndParameters() {
    Network network = Network.create(tutorialNetwork(0), PLAIN_MOMENTUM, SEEDS);
    setParameters(network, initial);

    double worstLoss = 0;
    for (float expected : losses) {
      network.dl4j().fit(images, labels);
      worstLoss = Math.max(worstLoss, Math.abs(network.dl4j().score() - expected));
    }
    double worstParameter = largestDifference(parameters(network), last);
    System.out.printf(
        "Parity with PyTorch, %,d parameters: losses within %.1e, parameters within %.1e%n",
        last.length, worstLoss, worstParameter);

    assertThat(worstLoss).isLessThan(1e-5);
    assertThat(worstParameter).isLessThan(1e-4);
  }

  @Test
  void theParametersThatWereSetReadBackInPyTorchsOrder() {
    Network network = Network.create(tutorialNetwork(0), PLAIN_MOMENTUM, SEEDS);
    setParameters(network, initial);

    assertThat(parameters(network)).isEqualTo(initial);
  }

  /** Without this the agreement above could be that of two networks that hardly learn. */
  @Test
  void theStepsMoveParametersFarBeyondTheToleranceAndMomentumMatters() {
    assertThat(largestDifference(initial, last)).isGreaterThan(50 * 1e-4);
    Network network = Network.create(tutorialNetwork(0), new UpdaterPlan.Sgd(0.01, 0), SEEDS);
    setParameters(network, initial);
    for (int step = 0; step < losses.length; step++) {
      network.dl4j().fit(images, labels);
    }

    assertThat(largestDifference(parameters(network), last)).isGreaterThan(10 * 1e-4);
  }

  @Test
  void dropoutActsInTrainingAlone() {
    Network network = Network.create(tutorialNetwork(0.5), PLAIN_MOMENTUM, SEEDS);
    setParameters(network, initial);
    INDArray probabilities = network.dl4j().output(images);
    double loss = -labels.mul(Transforms.log(probabilities)).sumNumber().doubleValue() / batch;

    assertThat(loss).isCloseTo(losses[0], within(1e-5));
    network.dl4j().fit(images, labels);
    assertThat(network.dl4j().score()).isNotCloseTo(losses[0], within(1e-3));
  }

  private NetworkPlan tutorialNetwork(double dropout) {
    int pooled = (size - 4) / 2;
    TensorShape maps = TensorShape.of(shape[2], pooled, pooled);
    TensorShape hidden = TensorShape.of(shape[3]);
    return new NetworkPlan(
        new ImageShape(1, size, size),
        TinyNetwork.WEIGHTS,
        BiasInit.UNIFORM,
        List.of(
            convolution("conv1", 1, shape[1], size - 2),
            convolution("conv2", shape[1], shape[2], size - 4),
            new LayerPlan.MaxPool2d("pool", new Size2d(2, 2), new Size2d(2, 2), Padding.NONE, maps),
            new LayerPlan.Dropout("dropout1", dropout, maps),
            new LayerPlan.Dense(
                "hidden",
                (int) maps.size(),
                shape[3],
                Activation.RELU,
                TinyNetwork.WEIGHTS,
                hidden),
            new LayerPlan.Dropout("dropout2", dropout, hidden),
            new LayerPlan.Output(
                "output",
                shape[3],
                10,
                Activation.SOFTMAX,
                Loss.MCXENT,
                TinyNetwork.WEIGHTS,
                TensorShape.of(10))));
  }

  private static LayerPlan convolution(String name, int in, int out, int outputSize) {
    return new LayerPlan.Convolution2d(
        name,
        in,
        out,
        new Size2d(3, 3),
        new Size2d(1, 1),
        Padding.NONE,
        Activation.RELU,
        TinyNetwork.WEIGHTS,
        TensorShape.of(out, outputSize, outputSize));
  }

  private static void setParameters(Network network, float[] values) {
    FloatBuffer from = FloatBuffer.wrap(values);
    for (String layer : LAYERS) {
      INDArray weights = asInPyTorch(network, layer);
      weights.assign(Nd4j.create(next(from, weights), weights.shape(), 'c'));
      INDArray biases = network.dl4j().getLayer(layer).getParam("b");
      biases.assign(Nd4j.create(next(from, biases), biases.shape(), 'c'));
    }
    assertThat(from.remaining()).isZero();
  }

  private static float[] parameters(Network network) {
    FloatBuffer into = FloatBuffer.allocate((int) network.dl4j().numParams());
    for (String layer : LAYERS) {
      INDArray weights = asInPyTorch(network, layer);
      into.put(weights.dup('c').reshape(weights.length()).toFloatVector());
      INDArray biases = network.dl4j().getLayer(layer).getParam("b");
      into.put(biases.dup('c').reshape(biases.length()).toFloatVector());
    }
    return into.array();
  }

  /** A view: DL4J's dense weights are [in, out], PyTorch's [out, in]. */
  private static INDArray asInPyTorch(Network network, String layer) {
    INDArray weights = network.dl4j().getLayer(layer).getParam("W");
    return weights.rank() == 2 ? weights.transpose() : weights;
  }

  private static float[] next(FloatBuffer from, INDArray array) {
    float[] values = new float[(int) array.length()];
    from.get(values);
    return values;
  }

  private static double largestDifference(float[] left, float[] right) {
    assertThat(left).hasSameSizeAs(right);
    double largest = 0;
    for (int i = 0; i < left.length; i++) {
      // Math.max keeps NaN, which so fails every bound.
      largest = Math.max(largest, Math.abs((double) left[i] - right[i]));
    }
    return largest;
  }

  private static float[] floats(String name) {
    return NpyFile.readFloats(FIXTURE.resolve(name));
  }
}
