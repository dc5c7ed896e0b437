package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of other frameworks are answered with ours. */
final class OtherWordsTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "per_device_train_batch_size | training | batchSize",
        "max_epochs | training | epochs",
        "num_train_epochs | training | epochs",
        "solver | training | updater",
        "optimizer | training | updater",
        "terminate_on_nan | training | onNonFinite",
        "lr | training | training.updater.learningRate",
        "learning_rate_init | training | training.updater.learningRate",
        "val_split | training | data.split.validation",
        "validation_split | data | data.split.validation",
        "test_size | data | data.split.test",
        "val | data.split | validation",
        "train_test_split | top | data.split",
        "data_dir | data | path",
        "scaler | data | normalize",
        "batch_size | top | training.batchSize",
        "model | top | network",
        "trainer | top | training",
        "random_state | top | seed",
        "experiment_name | top | name",
        "criterion | training | network.layers.<name>.loss",
        "kernel_initializer | network | weightInit",
        "out_channels | layer | nOut",
        "units | layer | nOut",
        "metrics | training | loss, accuracy and F1 are recorded always",
        "device | training | training runs on the CPU; --threads N sets its threads",
        "num_workers | data | training runs on the CPU; --threads N sets its threads",
        "callbacks | training | there are no callbacks; earlyStopping and checkpoint are keys of training",
        "transforms | data | images are not augmented; data.normalize is all that is done to pixels",
        "warmup_steps | training | there is no warm-up",
        "precision | training | numbers are 32-bit floats",
        "log_dir | top | runs are kept in runs/; --runs DIR names another folder",
        "run_name | top | the name of a run is given as --name NAME",
        "in_features | layer | it follows from what comes before; leave it out",
        "use_bias | layer | every layer with weights has a bias",
        "dropout | layer | dropout is a layer of its own, {name: drop, type: dropout, rate: 0.5}",
        "betas | updater | write beta1 and beta2",
      })
  void ofKeys(String word, String where, String answer) throws IOException {
    String spec =
        switch (where) {
          case "top" -> GOOD + word + ": 1\n";
          case "layer" -> GOOD.replace("nOut: 8", "nOut: 8, " + word + ": 1");
          case "updater" -> GOOD.replace("learningRate: 0.1", word + ": 1");
          case "data.split" -> GOOD.replace("validation: 0.1", word + ": 0.1");
          default -> GOOD.replace("\n" + where + ":\n", "\n" + where + ":\n  " + word + ": 1\n");
        };
    String remedy = answer.contains(" ") ? answer : "did you mean \"" + answer + "\"?";

    assertThat(SpecFixture.problems(folder, spec))
        .singleElement()
        .asString()
        .endsWith(word + " is not a key; " + remedy);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "type: convolution2d | type: Conv2d | convolution2d",
        "type: convolution2d | type: torch.nn.Conv2d | convolution2d",
        "type: maxpool2d | type: MaxPooling2D | maxpool2d",
        "type: dense | type: Linear | dense",
        "type: dense | type: fc | dense",
        "weightInit: xavier | weightInit: glorot_uniform | xavierUniform",
        "weightInit: xavier | weightInit: kaiming_normal | relu",
        "weightInit: xavier | weightInit: he_uniform | reluUniform",
        "type: sgd | type: nesterov | sgd",
        "type: sgd, learningRate: 0.1 | type: AdamW | adam",
        "normalize: unit | normalize: minmax | unit",
        "normalize: unit | normalize: z_score | standardize",
        "type: output | type: output, loss: categorical_crossentropy | mcxent",
        "type: output | type: output, loss: CrossEntropyLoss | mcxent",
        "nOut: 8 | nOut: 8, activation: SiLU | swish",
        "nOut: 8 | nOut: 8, activation: linear | identity",
        "biasInit: zero | biasInit: zeros | zero",
      })
  void ofValues(String ours, String theirs, String answer) throws IOException {
    String good = GOOD.replace("  weightInit", "  biasInit: zero\n  weightInit");

    assertThat(SpecFixture.problems(folder, good.replace(ours, theirs)))
        .singleElement()
        .asString()
        .endsWith("did you mean \"" + answer + "\"?");
  }
}
