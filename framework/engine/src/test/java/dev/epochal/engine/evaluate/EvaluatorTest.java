package dev.epochal.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.core.stats.Predictions;
import dev.epochal.engine.dataset.PreparedData;
import dev.epochal.engine.dataset.TinyData;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.TinyNetwork;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A model's answers, on more images than one pass takes. */
final class EvaluatorTest {
  private final PreparedData data = TinyData.digits(TinyData.sizes(10, 10, 1_030), 1);
  private final Evaluator evaluator = new Evaluator(data, Split.TEST);
  private final Network network =
      Network.create(TinyNetwork.PLAN, new UpdaterPlan.Sgd(0.01, 0.9), SeedPlan.derived(1));
  private final MultiLayerNetwork model = network.dl4j();

  @Test
  void answersStandInTheSplitsOrder() {
    Predictions predictions = evaluator.predict(network);

    assertThat(predictions.n()).isEqualTo(1_030);
    assertThat(predictions.classes()).isEqualTo(10);
    assertThat(predictions.indices()).isEqualTo(data.splits().of(Split.TEST));
    for (int i : new int[] {0, 499, 500, 999, 1_000, 1_029}) {
      int row = predictions.indices()[i];
      assertThat(predictions.labels()[i]).isEqualTo(data.images().labels()[row]);
      float[] alone = model.output(image(row)).toFloatVector();
      for (int c = 0; c < 10; c++) {
        assertThat(predictions.probabilities()[i * 10 + c]).isCloseTo(alone[c], within(1e-5f));
      }
    }
  }

  @Test
  void lossIsTheMeanOfMinusLogAndThePredictionTheLargest() {
    Predictions predictions = evaluator.predict(network);

    double loss = 0;
    for (int i = 0; i < predictions.n(); i++) {
      loss -= Math.log(predictions.probabilities()[i * 10 + predictions.labels()[i]]);
      float largest = predictions.probabilities()[i * 10 + predictions.predicted()[i]];
      for (int c = 0; c < 10; c++) {
        assertThat(predictions.probabilities()[i * 10 + c]).isLessThanOrEqualTo(largest);
      }
    }
    assertThat(predictions.loss()).isCloseTo(loss / predictions.n(), within(1e-12));
  }

  @Test
  void askingTwiceGivesTheSameBits() {
    assertThat(evaluator.predict(network).probabilities())
        .isEqualTo(evaluator.predict(network).probabilities());
  }

  @Test
  void aTieGoesToTheLowestClass() {
    model.params().assign(0);
    Predictions predictions = evaluator.predict(network);

    assertThat(predictions.predicted()).containsOnly(0);
    assertThat(predictions.loss()).isCloseTo(Math.log(10), within(1e-6));
  }

  @Test
  void aProbabilityOfZeroCostsNoMoreThanTheClip() {
    model.params().assign(0);
    // All weights zero and one bias large: class 3 is certain whatever the image.
    model.getLayer("output").getParam("b").putScalar(3, 1_000);
    Predictions predictions = evaluator.predict(network);

    assertThat(predictions.predicted()).containsOnly(3);
    assertThat(predictions.loss())
        .isCloseTo((1 - predictions.accuracy()) * -Math.log(1e-10), within(1e-3));
  }

  @Test
  void parametersThatAreNoNumbersGiveALossThatIsNoNumber() {
    model.params().assign(Float.NaN);
    Predictions predictions = evaluator.predict(network);

    assertThat(predictions.loss()).isNaN();
    assertThat(predictions.accuracy()).isBetween(0.0, 0.3);
  }

  private INDArray image(int row) {
    float[] pixels = new float[784];
    for (int p = 0; p < 784; p++) {
      pixels[p] = (data.images().pixels()[row * 784 + p] & 0xff) / 255f;
    }
    return Nd4j.create(pixels, new long[] {1, 1, 28, 28}, 'c');
  }
}
