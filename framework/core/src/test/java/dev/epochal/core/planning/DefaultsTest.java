package dev.epochal.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.ModelChoice;
import dev.epochal.core.plan.ValidationMetric;
import dev.epochal.core.plan.WeightInit;
import dev.epochal.core.plan.Weights;
import dev.epochal.core.planning.PlannedRun.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a spec that says as little as it can gets: a changed default, or a new key, fails here. */
final class DefaultsTest {
  private static final String SHORTEST =
      """
      name: shortest
      data: {dataset: digits}
      network:
        layers:
          - {name: conv, type: convolution2d, nOut: 4, kernel: [3, 3]}
          - {name: pool, type: maxpool2d}
          - {name: fc, type: dense, nOut: 8}
          - {name: out, type: output}
      """;

  @TempDir Path folder;

  @Test
  void everyKeyHasItsDefault() throws IOException {
    PlannedRun planned = SpecFixture.planned(folder, SHORTEST);

    Map<String, String> defaults = new TreeMap<>();
    planned
        .settings()
        .forEach(
            (key, setting) -> {
              if (!setting.origin().contains("x.yaml")) {
                defaults.put(key, setting.value() + " (" + setting.origin() + ")");
              }
            });
    assertThat(defaults)
        .containsExactly(
            Map.entry("data.normalize", "unit (default)"),
            Map.entry("data.seed", "0 (default)"),
            Map.entry("data.split.stratify", "false (default)"),
            Map.entry("data.split.test", "0.1 (default)"),
            Map.entry("data.split.train", "0.8 (default)"),
            Map.entry("data.split.validation", "0.1 (default)"),
            Map.entry("data.subset.test", "6000 (the whole split)"),
            Map.entry("data.subset.train", "48000 (the whole split)"),
            Map.entry("data.subset.validation", "6000 (the whole split)"),
            Map.entry("evaluate.examples.bins", "10 (default)"),
            Map.entry("evaluate.examples.columns", "3 (default)"),
            Map.entry("evaluate.examples.rows", "3 (default)"),
            Map.entry("evaluate.examples.split", "train (default)"),
            Map.entry("evaluate.examples.start", "0 (default)"),
            Map.entry("evaluate.featureMaps.image", "validation:1 (default)"),
            Map.entry("evaluate.featureMaps.layer", "conv (default)"),
            Map.entry(
                "evaluate.figures",
                "[examples, pixel-histograms, true-classes, predicted-classes, class-probabilities, loss-history, confusion-matrices, roc, outcomes, outcome-histograms, feature-maps, filters, precision-recall, calibration, most-wrong, per-class, parameter-histograms, timing] (default)"),
            Map.entry("evaluate.model", "final (default)"),
            Map.entry("evaluate.outcomes.class", "2 (default)"),
            Map.entry("evaluate.outcomes.n", "10 (default)"),
            Map.entry("evaluate.outcomes.split", "train (default)"),
            Map.entry("network.biasInit", "zero (default)"),
            Map.entry("network.l1", "0 (default)"),
            Map.entry("network.l2", "0 (default)"),
            Map.entry("network.layers.conv.activation", "relu (default)"),
            Map.entry("network.layers.conv.padding", "[0, 0] (default)"),
            Map.entry("network.layers.conv.stride", "[1, 1] (default)"),
            Map.entry("network.layers.fc.activation", "relu (default)"),
            Map.entry("network.layers.out.activation", "softmax (default)"),
            Map.entry("network.layers.out.loss", "mcxent (default)"),
            Map.entry("network.layers.out.nOut", "10 (the dataset's classes)"),
            Map.entry("network.layers.pool.kernel", "[2, 2] (default)"),
            Map.entry("network.layers.pool.padding", "[0, 0] (default)"),
            Map.entry("network.layers.pool.stride", "[2, 2] (default)"),
            Map.entry("network.weightInit", "xavier (default)"),
            Map.entry("seed", "1 (default)"),
            Map.entry("seeds.dropout", "5156718808631038485 (derived from seed)"),
            Map.entry("seeds.init", "9217853140136306055 (derived from seed)"),
            Map.entry("seeds.shuffle", "2283825748384848151 (derived from seed)"),
            Map.entry("seeds.split", "2519389222231244209 (derived from seed)"),
            Map.entry("training.batchSize", "64 (default)"),
            Map.entry("training.checkpoint.every", "10 (default)"),
            Map.entry("training.checkpoint.keep", "2 (default)"),
            Map.entry("training.epochs", "10 (default)"),
            Map.entry("training.onNonFinite", "stop (default)"),
            Map.entry("training.shuffle", "true (default)"),
            Map.entry("training.ui.every", "75 (a hundredth of the updates)"),
            Map.entry("training.updater.learningRate", "0.01 (default)"),
            Map.entry("training.updater.momentum", "0.9 (default)"),
            Map.entry("training.updater.nesterov", "false (default)"),
            Map.entry("training.updater.type", "sgd (default)"));
    assertThat(planned.plan().training().gradientClipping()).isNull();
    assertThat(planned.plan().data().fallback()).isNull();
    assertThat(planned.plan().data().path()).isNull();
    assertThat(planned.plan().description()).isNull();
    assertThat(planned.plan().tags()).isEmpty();
  }

  @Test
  void adamHasTheDefaultsOfItsPaper() throws IOException {
    PlannedRun planned = SpecFixture.planned(folder, SHORTEST, "training.updater.type=adam");

    assertThat(planned.settings())
        .containsEntry("training.updater.learningRate", new Setting("0.001", "default"))
        .containsEntry("training.updater.beta1", new Setting("0.9", "default"))
        .containsEntry("training.updater.beta2", new Setting("0.999", "default"))
        .containsEntry("training.updater.epsilon", new Setting("1e-8", "default"))
        .containsEntry("training.updater.type", new Setting("adam", "command line"));
  }

  @Test
  void earlyStoppingIsAskedForByItsKeyAloneAndThenTheBestModelIsEvaluated() throws IOException {
    PlannedRun planned = SpecFixture.planned(folder, SHORTEST, "training.earlyStopping={}");

    assertThat(planned.settings())
        .containsEntry("training.earlyStopping.metric", new Setting("validation.loss", "default"))
        .containsEntry("training.earlyStopping.patience", new Setting("10", "default"))
        .containsEntry("training.earlyStopping.minDelta", new Setting("0", "default"))
        .containsEntry("evaluate.model", new Setting("best", "default"));
  }

  @Test
  void aModelThatIsAskedForIsEvaluatedWithEarlyStoppingToo() throws IOException {
    PlannedRun planned =
        SpecFixture.planned(
            folder,
            SHORTEST,
            "training.earlyStopping.metric=validation.accuracy",
            "evaluate.model=final");

    assertThat(planned.plan().evaluate().model()).isEqualTo(ModelChoice.FINAL);
    assertThat(planned.plan().training().selection()).isEqualTo(ValidationMetric.ACCURACY);
  }

  @Test
  void earlyStoppingThatIsTakenBackIsNotThere() throws IOException {
    PlannedRun planned =
        SpecFixture.planned(
            folder,
            SHORTEST + "training: {earlyStopping: {patience: 3}}\n",
            "training.earlyStopping=null");

    assertThat(planned.plan().training().earlyStopping()).isNull();
  }

  @Test
  void poolingStepsByItsKernel() throws IOException {
    PlannedRun planned = SpecFixture.planned(folder, SHORTEST, "network.layers.pool.kernel=[3, 4]");

    assertThat(planned.settings().get("network.layers.pool.stride").value()).isEqualTo("[3, 4]");
  }

  @Test
  void rmspropHasHintonsDefaultsAndAdagradPyTorchs() throws IOException {
    assertThat(settings("training.updater.type=rmsprop"))
        .containsEntry("training.updater.learningRate", new Setting("0.001", "default"))
        .containsEntry("training.updater.decay", new Setting("0.9", "default"))
        .containsEntry("training.updater.epsilon", new Setting("1e-8", "default"));
    assertThat(settings("training.updater.type=adagrad"))
        .containsEntry("training.updater.learningRate", new Setting("0.01", "default"))
        .containsEntry("training.updater.epsilon", new Setting("1e-10", "default"));
  }

  @Test
  void aScheduleCountsEpochsAndPolyIsAsLongAsTheTraining() throws IOException {
    assertThat(
            settings("training.updater={type: sgd, schedule: {type: step, factor: 0.5, every: 2}}"))
        .containsEntry("training.updater.schedule.per", new Setting("epoch", "default"));
    assertThat(settings("training.updater={type: sgd, schedule: {type: poly, power: 1}}"))
        .containsEntry("training.updater.schedule.length", new Setting("10", "the whole training"));
    assertThat(
            settings("training.updater={type: sgd, schedule: {type: poly, power: 1, per: update}}"))
        // 10 epochs of 48,000 images in batches of 64.
        .containsEntry(
            "training.updater.schedule.length", new Setting("7500", "the whole training"));
  }

  @Test
  void batchNormalizationHasDl4jsDefaultsAndPoolingTakesMeansAsItTakesTheLargest()
      throws IOException {
    assertThat(settings("network.layers.pool={name: pool, type: batchNormalization}"))
        .containsEntry("network.layers.pool.decay", new Setting("0.9", "default"))
        .containsEntry("network.layers.pool.epsilon", new Setting("0.00001", "default"));
    assertThat(settings("network.layers.pool={name: pool, type: avgpool2d}"))
        .containsEntry("network.layers.pool.kernel", new Setting("[2, 2]", "default"))
        .containsEntry("network.layers.pool.stride", new Setting("[2, 2]", "default"))
        .containsEntry("network.layers.pool.padding", new Setting("[0, 0]", "default"));
  }

  @Test
  void clippingHasDl4jsThresholdWhereItHasOne() throws IOException {
    assertThat(settings("training.gradientClipping.type=l2PerLayer"))
        .containsEntry("training.gradientClipping.threshold", new Setting("1", "default"));
    assertThat(settings("training.gradientClipping.type=renormalizeL2PerLayer"))
        .doesNotContainKey("training.gradientClipping.threshold");
  }

  @Test
  void theOutputsActivationIsThatOfItsLoss() throws IOException {
    assertThat(settings("network.layers.out.loss=xent"))
        .containsEntry("network.layers.out.activation", new Setting("sigmoid", "default"));
    assertThat(settings("network.layers.out.loss=mse"))
        .containsEntry("network.layers.out.activation", new Setting("softmax", "default"));
  }

  @Test
  void aLayersWeightsAreTheNetworksUnlessItSaysOtherwise() throws IOException {
    PlannedRun planned =
        SpecFixture.planned(
            folder,
            SHORTEST,
            "network.l2=0.1",
            "network.weightInit=relu",
            "network.layers.fc.l2=0",
            "network.layers.fc.weightInit=xavier");
    LayerPlan.Convolution2d conv =
        (LayerPlan.Convolution2d) planned.plan().network().layers().get(0);
    LayerPlan.Dense dense = (LayerPlan.Dense) planned.plan().network().layers().get(2);

    assertThat(conv.weights()).isEqualTo(new Weights(WeightInit.RELU, 0, 0.1));
    assertThat(dense.weights()).isEqualTo(new Weights(WeightInit.XAVIER, 0, 0));
    assertThat(planned.settings())
        .containsEntry("network.layers.fc.l2", new Setting("0", "command line"))
        .doesNotContainKey("network.layers.conv.l2");
  }

  private Map<String, Setting> settings(String override) throws IOException {
    return SpecFixture.planned(folder, SHORTEST, override).settings();
  }
}
