package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.GOOD;
import static dev.epochal.core.planning.SpecFixture.bad;

import dev.epochal.core.planning.SpecFixture.Bad;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Keys that are not there, are missing, or belong elsewhere. */
final class BadKeysTest {
  private static final String NETWORK =
      GOOD.substring(GOOD.indexOf("network:"), GOOD.indexOf("training:"));

  @SuppressWarnings("unused") // by FieldSource
  private static final List<Bad> BAD =
      List.of(
          bad(
              "a mistyped key",
              "batchSize: 10",
              "batchSzie: 10",
              "17:3: training.batchSzie is not a key; did you mean \"batchSize\"?"),
          bad(
              "a mistyped key at the top",
              "evaluate:",
              "evalute:",
              "20:1: evalute is not a key; did you mean \"evaluate\"?"),
          bad(
              "a key that is like no other",
              "epochs: 3",
              "epochs: 3\n  colour: red",
              "19:3: training.colour is not a key; the keys here are batchSize, shuffle, epochs, updater, gradientClipping, onNonFinite, earlyStopping, checkpoint, ui"),
          bad(
              "snake case",
              "batchSize: 10",
              "batch_size: 10",
              "17:3: training.batch_size is not a key; did you mean \"batchSize\"?"),
          bad(
              "another framework's rate",
              "learningRate: 0.1",
              "lr: 0.1",
              "19:24: training.updater.lr is not a key; did you mean \"learningRate\"?"),
          bad(
              "another framework's learning rate",
              "learningRate: 0.1",
              "learning_rate: 0.1",
              "19:24: training.updater.learning_rate is not a key; did you mean \"learningRate\"?"),
          bad(
              "another framework's updater",
              "updater: {type",
              "optimizer: {type",
              "19:3: training.optimizer is not a key; did you mean \"updater\"?"),
          bad(
              "another framework's filters",
              "nOut: 4",
              "filters: 4",
              "11:41: network.layers.conv.filters is not a key; did you mean \"nOut\"?"),
          bad(
              "another framework's kernel",
              "kernel: [3, 3]",
              "kernel_size: [3, 3]",
              "11:50: network.layers.conv.kernel_size is not a key; did you mean \"kernel\"?"),
          bad(
              "another framework's units",
              "nOut: 8",
              "units: 8",
              "14:31: network.layers.fc.units is not a key; did you mean \"nOut\"?"),
          bad(
              "another framework's dropout",
              "rate: 0.5",
              "p: 0.5",
              "13:35: network.layers.drop.p is not a key; did you mean \"rate\"?"),
          bad(
              "another framework's epochs",
              "epochs: 3",
              "max_epochs: 3",
              "18:3: training.max_epochs is not a key; did you mean \"epochs\"?"),
          bad(
              "another framework's network",
              "network:",
              "model:",
              "8:1: model is not a key; did you mean \"network\"?"),
          bad(
              "a learning rate beside the updater",
              "epochs: 3",
              "epochs: 3\n  lr: 0.1",
              "19:3: training.lr is not a key; did you mean \"training.updater.learningRate\"?"),
          bad(
              "a key in the wrong place",
              "seed: 1\n",
              "seed: 1\nepochs: 3\n",
              "3:1: epochs is not a key; did you mean \"training.epochs\"?"),
          bad(
              "a key of another updater",
              "learningRate: 0.1",
              "learningRate: 0.1, beta1: 0.9",
              "19:43: training.updater.beta1 is a key of adam, not of sgd"),
          bad(
              "momentum for adam",
              "{type: sgd, learningRate: 0.1}",
              "{type: adam, momentum: 0.9}",
              "19:25: training.updater.momentum is a key of sgd, not of adam"),
          bad(
              "a key of another layer",
              "rate: 0.5",
              "rate: 0.5, nOut: 3",
              "13:46: network.layers.drop.nOut is a key of convolution2d, dense, output, not of dropout"),
          bad(
              "a key in capitals",
              "epochs: 3",
              "Epochs: 3",
              "18:3: training.Epochs is not a key; did you mean \"epochs\"?"),
          bad(
              "a key of control characters",
              "epochs: 3",
              "epochs: 3\n  \"a\\e[2J\": 1",
              "19:3: training.a\\u001b[2J is not a key; the keys here are batchSize, shuffle, epochs, updater, gradientClipping, onNonFinite, earlyStopping, checkpoint, ui"),
          bad("a missing name", "name: bad\n", "", "1:1: name is missing"),
          bad("a missing dataset", "  dataset: digits\n", "", "4:3: data.dataset is missing"),
          bad("a missing network", NETWORK, "", "1:1: network.layers is missing"),
          bad(
              "a missing layer type",
              "type: dense, ",
              "",
              "14:7: network.layers.fc.type is missing; it is one of convolution2d, maxpool2d, avgpool2d, globalPooling, batchNormalization, activation, dropout, dense, output"),
          bad(
              "a missing layer name",
              "{name: fc, ",
              "{",
              "14:7: network.layers[3].name is missing"),
          bad("a missing rate", ", rate: 0.5", "", "13:7: network.layers.drop.rate is missing"),
          bad(
              "a missing kernel",
              ", kernel: [3, 3]",
              "",
              "11:7: network.layers.conv.kernel is missing"),
          bad(
              "a missing updater type",
              "type: sgd, ",
              "",
              "19:12: training.updater.type is missing; it is one of sgd, adam, rmsprop, adagrad"),
          bad(
              "two problems in one layer and one elsewhere",
              "nOut: 8",
              "nOut: 0, activaton: relu",
              "14:37: network.layers.fc.nOut must be at least 1 but was 0",
              "14:40: network.layers.fc.activaton is not a key; did you mean \"activation\"?"),
          bad(
              "a tag's name with a dot",
              "course: intro",
              "a.b: intro",
              "22:8: tags.a.b is a key, which must be letters, digits, '_' and '-' (a letter first, 100 at most)"));

  @ParameterizedTest(name = "{0}")
  @FieldSource("BAD")
  void isRefusedAtItsPlace(Bad bad, @TempDir Path folder) throws IOException {
    bad.assertRefusedIn(folder);
  }
}
