package dev.epochal.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.Loss;
import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.TrainingPlan;
import dev.epochal.core.plan.Words;
import dev.epochal.core.run.EpochResult;
import dev.epochal.core.stats.Predictions;
import dev.epochal.engine.evaluate.Evaluator;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.SavedModel;
import dev.epochal.engine.network.Spelled;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every loss, layer, updater and schedule in real, tiny runs. */
final class VocabularyTest {
  private static final SeedPlan SEEDS = SeedPlan.derived(1729);
  private static final String[] EVERY_LAYER = {
    "{type: convolution2d, nOut: 4, kernel: [3, 3], padding: same, activation: identity, l2: 0.001}",
    "{type: batchNormalization}",
    "{type: activation, activation: relu}",
    "{type: avgpool2d}",
    "{type: convolution2d, nOut: 8, kernel: [3, 3], padding: [1, 1], weightInit: relu}",
    "{type: maxpool2d, padding: same}",
    "{type: dropout, rate: 0.1}",
    "{type: globalPooling, pooling: avg}",
    "{type: dense, nOut: 16, activation: gelu, l1: 0.0001}",
  };

  @TempDir Path folder;

  static Stream<Arguments> losses() {
    return Arrays.stream(Loss.values())
        .flatMap(
            loss ->
                loss.activations().stream()
                    .map(activation -> Arguments.of(Words.of(loss), Words.of(activation))));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("losses")
  void evaluationComputesTheLossThatTrainingMakesSmall(String loss, String activation)
      throws IOException {
    NetworkPlan network =
        Spelled.plan(
                List.of(
                    "network.layers.out.loss=" + loss,
                    "network.layers.out.activation=" + activation,
                    "network.l2=0.001"),
                "{type: dense, nOut: 12, activation: tanh}")
            .network();
    RunPlan plan =
        plan(
            network,
            "training.batchSize=110",
            "training.epochs=40",
            "training.updater={type: adam, learningRate: 0.02}");
    TinyRun run = TinyRun.of(plan);
    Network before = Network.create(network, plan.training().updater(), SEEDS);
    Evaluator evaluator = new Evaluator(run.data, Split.TRAIN);

    // One batch is the whole epoch, before its update; l2 must not show.
    Predictions first = evaluator.predict(before);
    assertThat(run.epochs.get(0).trainLoss()).isCloseTo(first.loss(), within(1e-5 * first.loss()));
    assertThat(run.epochs.get(39).trainLoss()).isLessThan(0.95 * first.loss());
    assertThat(evaluator.predict(saved(run)).loss())
        .isEqualTo(evaluator.predict(run.network).loss());
    for (float p : first.probabilities()) {
      assertThat(p).isBetween(0f, 1f);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: sgd, learningRate: 0.05, momentum: 0}",
        "{type: sgd, learningRate: 0.05, momentum: 0.9, nesterov: true}",
        "{type: adam, learningRate: 0.005}",
        "{type: rmsprop, learningRate: 0.005}",
        "{type: adagrad, learningRate: 0.05}",
        "{type: adam, learningRate: 0.01, schedule: {type: poly, power: 0.9, per: update}}",
        "{type: sgd, learningRate: 0.1, schedule: {type: step, factor: 0.5, every: 2}}",
      })
  void everyUpdaterTrainsAndDoesSoAgainToTheBit(String updater) throws IOException {
    RunPlan plan =
        plan(
            Spelled.network("{type: dense, nOut: 16}"),
            "training.updater=" + updater,
            "training.epochs=8",
            "training.batchSize=16");
    TinyRun run = TinyRun.of(plan);

    assertThat(run.epochs.get(7).trainLoss()).isLessThan(0.8 * run.epochs.get(0).trainLoss());
    assertThat(TinyRun.of(plan).numbers()).isEqualTo(run.numbers());
    Evaluator evaluator = new Evaluator(run.data, Split.VALIDATION);
    assertThat(evaluator.predict(saved(run)).probabilities())
        .isEqualTo(evaluator.predict(run.network).probabilities());
  }

  @Test
  void aNetworkOfEveryLayerTrainsAndDoesSoAgainToTheBitAndIsSavedWhole() throws IOException {
    RunPlan plan =
        plan(
            Spelled.network(EVERY_LAYER),
            "training.updater={type: adam, learningRate: 0.02}",
            "training.gradientClipping={type: l2PerLayer, threshold: 5}",
            "training.epochs=15",
            "training.batchSize=16");
    TinyRun run = TinyRun.of(plan);

    assertThat(run.epochs.get(14).trainLoss()).isLessThan(0.85 * run.epochs.get(0).trainLoss());
    assertThat(TinyRun.of(plan).numbers()).isEqualTo(run.numbers());
    Evaluator evaluator = new Evaluator(run.data, Split.VALIDATION);
    assertThat(evaluator.predict(saved(run)).probabilities())
        .isEqualTo(evaluator.predict(run.network).probabilities());
  }

  /** With gradients of norm 1 and one layer, an update's size is the learning rate. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "1e-9"}) // DL4J's SGD; our PlainMomentum
  void theScheduledRateIsTheSizeOfRealUpdates(String momentum) {
    RunPlan plan =
        plan(
            Spelled.network(),
            "training.updater={type: sgd, learningRate: 0.8, momentum: "
                + momentum
                + ", schedule: {type: poly, power: 2}}",
            "training.gradientClipping.type=renormalizeL2PerLayer",
            "training.epochs=4",
            "training.batchSize=64");
    TinyRun run = TinyRun.of(plan);

    double[] rates = {0.8, 0.8 * 0.5625, 0.8 * 0.25, 0.8 * 0.0625};
    assertThat(run.epochs).extracting(EpochResult::learningRate).hasSize(4);
    for (int update = 0; update < 8; update++) {
      double rate = rates[update / 2];
      assertThat(size(run, update)).isCloseTo(rate, within(1e-4));
      assertThat(run.epochs.get(update / 2).learningRate()).isCloseTo(rate, within(1e-12));
    }
  }

  @Test
  void aSchedulePerUpdateCountsUpdates() {
    RunPlan plan =
        plan(
            Spelled.network(),
            "training.updater={type: sgd, learningRate: 1, momentum: 0, schedule: {type: step, factor: 0.1, every: 3, per: update}}",
            "training.gradientClipping.type=renormalizeL2PerLayer",
            "training.epochs=2",
            "training.batchSize=64");
    TinyRun run = TinyRun.of(plan);

    assertThat(size(run, 2)).isCloseTo(1, within(1e-4));
    assertThat(size(run, 3)).isCloseTo(0.1, within(1e-4));
    // The second epoch's updates are the third and the fourth: the last one's rate is recorded.
    assertThat(run.epochs).extracting(EpochResult::learningRate).containsExactly(1.0, 0.1);
  }

  @Test
  void theTrainLossIsThatOfTheDataAlone() {
    TrainingPlan training = Spelled.training("training.batchSize=110", "training.epochs=1");
    RunPlan penalized =
        TinyRun.plan(
            SEEDS,
            Spelled.plan(List.of("network.l1=0.5", "network.l2=0.5"), "{type: dense, nOut: 9}")
                .network(),
            training);
    RunPlan free = TinyRun.plan(SEEDS, Spelled.network("{type: dense, nOut: 9}"), training);

    TinyRun with = TinyRun.of(penalized);
    TinyRun without = TinyRun.of(free);
    assertThat(with.epochs.get(0).trainLoss())
        .isCloseTo(without.epochs.get(0).trainLoss(), within(1e-6));
    assertThat(with.hashes.get(1)).isNotEqualTo(without.hashes.get(1));
  }

  private static double size(TinyRun run, int update) {
    return run.parameters
        .get(update + 1)
        .sub(run.parameters.get(update))
        .norm2Number()
        .doubleValue();
  }

  private static RunPlan plan(NetworkPlan network, String... training) {
    return TinyRun.plan(SEEDS, network, Spelled.training(training));
  }

  private SavedModel saved(TinyRun run) throws IOException {
    Path file = folder.resolve("final.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      run.network.writeModel(run.network.snapshot(), out);
    }
    return SavedModel.load(file);
  }
}
