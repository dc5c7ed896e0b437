package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.bad;

import dev.epochal.core.planning.SpecFixture.Bad;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Numbers that are none, or out of range, or do not go together. */
final class BadNumbersTest {
  @SuppressWarnings("unused") // by FieldSource
  private static final List<Bad> BAD =
      List.of(
          bad(
              "zero epochs",
              "epochs: 3",
              "epochs: 0",
              "18:11: training.epochs must be at least 1 but was 0"),
          bad(
              "no patience",
              "epochs: 3",
              "epochs: 3\n  earlyStopping: {patience: 0, minDelta: -1}",
              "19:29: training.earlyStopping.patience must be at least 1 but was 0",
              "19:42: training.earlyStopping.minDelta must be at least 0 but was -1"),
          bad(
              "checkpoints of which none is kept",
              "epochs: 3",
              "epochs: 3\n  checkpoint: {every: 0, keep: 0}",
              "19:23: training.checkpoint.every must be at least 1 but was 0",
              "19:32: training.checkpoint.keep must be at least 1 but was 0"),
          bad(
              "stopping by the test split",
              "epochs: 3",
              "epochs: 3\n  earlyStopping: {metric: test.loss}",
              "19:27: training.earlyStopping.metric must be one of validation.loss, validation.accuracy but was test.loss"),
          bad(
              "a negative batch",
              "batchSize: 10",
              "batchSize: -1",
              "17:14: training.batchSize must be at least 1 but was -1"),
          bad(
              "a batch in words",
              "batchSize: 10",
              "batchSize: ten",
              "17:14: training.batchSize must be a whole number but was ten"),
          bad(
              "a fraction of an epoch",
              "epochs: 3",
              "epochs: 1.5",
              "18:11: training.epochs must be a whole number but was 1.5"),
          bad(
              "a number in quotes",
              "epochs: 3",
              "epochs: \"3\"",
              "18:11: training.epochs must be a whole number but was the text \"3\"; remove the quotes"),
          bad(
              "an octal number",
              "epochs: 3",
              "epochs: 010",
              "18:11: training.epochs must be a whole number but was 010; write it without the leading zero"),
          bad(
              "a number in sixties",
              "epochs: 3",
              "epochs: 1:30",
              "18:11: training.epochs must be a whole number but was 1:30"),
          bad(
              "an underlined number",
              "epochs: 3",
              "epochs: 1_000",
              "18:11: training.epochs must be a whole number but was 1_000"),
          bad(
              "a number of 33 bits",
              "epochs: 3",
              "epochs: 4294967296",
              "18:11: training.epochs must be a whole number of 32 bits but was 4294967296"),
          bad(
              "too many epochs",
              "epochs: 3",
              "epochs: 2000000000",
              "18:11: training.epochs must be at most 1000000 but was 2000000000"),
          bad(
              "a seed of 65 bits",
              "seed: 1",
              "seed: 18446744073709551616",
              "2:7: seed must be a whole number of 64 bits but was 18446744073709551616"),
          bad(
              "a seed with a fraction",
              "seed: 1",
              "seed: 1.0",
              "2:7: seed must be a whole number but was 1.0"),
          bad(
              "a learning rate that is no number",
              "learningRate: 0.1",
              "learningRate: .nan",
              "19:38: training.updater.learningRate must be a finite number but was .nan"),
          bad(
              "an infinite learning rate",
              "learningRate: 0.1",
              "learningRate: .inf",
              "19:38: training.updater.learningRate must be a finite number but was .inf"),
          bad(
              "a learning rate beyond doubles",
              "learningRate: 0.1",
              "learningRate: 1e999",
              "19:38: training.updater.learningRate must be a finite number but was 1e999"),
          bad(
              "no learning rate at all",
              "learningRate: 0.1",
              "learningRate: 0",
              "19:38: training.updater.learningRate must be greater than 0 but was 0"),
          bad(
              "a negative learning rate",
              "learningRate: 0.1",
              "learningRate: -0.1",
              "19:38: training.updater.learningRate must be greater than 0 but was -0.1"),
          bad(
              "a momentum of one",
              "learningRate: 0.1",
              "momentum: 1",
              "19:34: training.updater.momentum must be less than 1 but was 1"),
          bad(
              "a decay of one",
              "{type: sgd, learningRate: 0.1}",
              "{type: adam, beta1: 1.0}",
              "19:32: training.updater.beta1 must be less than 1 but was 1.0"),
          bad(
              "a rate of one",
              "rate: 0.5",
              "rate: 1.0",
              "13:41: network.layers.drop.rate must be less than 1 but was 1.0"),
          bad(
              "a negative rate",
              "rate: 0.5",
              "rate: -0.1",
              "13:41: network.layers.drop.rate must be at least 0 but was -0.1"),
          bad(
              "a rate that is no number",
              "rate: 0.5",
              "rate: .NaN",
              "13:41: network.layers.drop.rate must be a finite number but was .NaN"),
          bad(
              "a fraction over one",
              "train: 0.8",
              "train: 1.5",
              "5:18: data.split.train must be at most 1 but was 1.5"),
          bad(
              "a negative fraction",
              "train: 0.8",
              "train: -0.1",
              "5:18: data.split.train must be at least 0 but was -0.1"),
          bad(
              "fractions over one together",
              "train: 0.8",
              "train: 0.9",
              "5:10: data.split must add up to at most 1 but adds up to 1.1"),
          bad(
              "an empty split",
              "test: 0.1",
              "test: 0",
              "5:46: data.split.test leaves no image in the split: the dataset has 60000"),
          bad(
              "an empty subset",
              "train: 100",
              "train: 0",
              "6:19: data.subset.train must be at least 1 but was 0"),
          bad(
              "a subset over its split",
              "validation: 50",
              "validation: 6001",
              "6:36: data.subset.validation must be at most 6000, the images in the validation split, but was 6001"),
          bad(
              "a batch over the training images",
              "batchSize: 10",
              "batchSize: 101",
              "17:14: training.batchSize must be at most 100, the images used for training, but was 101"),
          bad(
              "a range upside down",
              "normalize: unit",
              "normalize: {min: 255, max: 0}",
              "7:14: data.normalize must have a min below its max but has 255 and 0"),
          bad(
              "a range without max",
              "normalize: unit",
              "normalize: {min: 255}",
              "7:14: data.normalize.max is missing"));

  @ParameterizedTest(name = "{0}")
  @FieldSource("BAD")
  void isRefusedAtItsPlace(Bad bad, @TempDir Path folder) throws IOException {
    bad.assertRefusedIn(folder);
  }
}
