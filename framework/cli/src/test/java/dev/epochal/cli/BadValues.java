package dev.epochal.cli;

import static dev.epochal.cli.BadSpec.change;

import java.util.List;

/** Wrong keys, types, numbers and words. */
final class BadValues {
  private BadValues() {}

  static List<BadSpec> table() {
    return List.of(
        // Keys
        change(
            "a mistyped key",
            "batchSize: 10",
            "batchSzie: 10",
            "x.yaml:17:3: training.batchSzie is not a key; did you mean \"batchSize\"?"),
        change(
            "another framework's key",
            "batchSize: 10",
            "batch_size: 10",
            "x.yaml:17:3: training.batch_size is not a key; did you mean \"batchSize\"?"),
        change(
            "a key in the wrong place",
            "seed: 1",
            "epochs: 3",
            "x.yaml:2:1: epochs is not a key; did you mean \"training.epochs\"?"),
        change(
            "a key of another type",
            "rate: 0.5",
            "rate: 0.5, nOut: 3",
            "x.yaml:13:46: network.layers.drop.nOut is a key of"),
        change("a missing key", "  dataset: digits\n", "", "x.yaml:4:3: data.dataset is missing"),
        change(
            "a missing type",
            "type: dense, ",
            "",
            "x.yaml:14:7: network.layers.fc.type is missing; it is one of"),
        change(
            "a key of control characters",
            "epochs: 3",
            "\"a\\e[2J\": 3",
            "x.yaml:18:3: training.a\\u001b[2J is not a key"),
        change("a key without a value", "seed: 1", "seed:", "x.yaml:2:6: seed has no value"),
        change(
            "what is not there yet",
            "dataset: digits",
            "dataset: kmnist",
            "x.yaml:4:12: data.dataset cannot be kmnist, which is not part of this version yet"),
        // Types
        change(
            "a word where a number belongs",
            "batchSize: 10",
            "batchSize: ten",
            "x.yaml:17:14: training.batchSize must be a whole number but was ten"),
        change(
            "a fraction where a whole number belongs",
            "epochs: 3",
            "epochs: 1.5",
            "x.yaml:18:11: training.epochs must be a whole number but was 1.5"),
        change(
            "a number in quotes",
            "epochs: 3",
            "epochs: '3'",
            "x.yaml:18:11: training.epochs must be a whole number but was the text \"3\""),
        change(
            "an octal number",
            "epochs: 3",
            "epochs: 010",
            "x.yaml:18:11: training.epochs must be a whole number but was 010"),
        change(
            "no for false",
            "epochs: 3",
            "shuffle: no",
            "x.yaml:18:12: training.shuffle must be true or false but was no; write false"),
        change(
            "a mapping where a word belongs",
            "weightInit: xavier",
            "weightInit: {a: b}",
            "x.yaml:9:15: network.weightInit must be one of"),
        change(
            "a word where a mapping belongs",
            "{type: sgd, learningRate: 0.1}",
            "sgd",
            "x.yaml:19:12: training.updater must be a mapping but was sgd"),
        change(
            "a word where a list belongs",
            "kernel: [3, 3]",
            "kernel: 3",
            "x.yaml:11:58: network.layers.conv.kernel must be a list but was 3; write [3, 3]"),
        change(
            "a list where a text belongs",
            "name: bad",
            "name: [a]",
            "x.yaml:1:7: name must be a text but was a list"),
        // Numbers
        change(
            "zero epochs",
            "epochs: 3",
            "epochs: 0",
            "x.yaml:18:11: training.epochs must be at least 1 but was 0"),
        change(
            "a negative batch",
            "batchSize: 10",
            "batchSize: -1",
            "x.yaml:17:14: training.batchSize must be at least 1 but was -1"),
        change(
            "negative units",
            "nOut: 8",
            "nOut: -8",
            "x.yaml:14:37: network.layers.fc.nOut must be at least 1 but was -8"),
        change(
            "a negative fraction",
            "train: 0.8",
            "train: -0.1",
            "x.yaml:5:18: data.split.train must be at least 0 but was -0.1"),
        change(
            "a fraction over one",
            "train: 0.8",
            "train: 1.5",
            "x.yaml:5:18: data.split.train must be at most 1 but was 1.5"),
        change(
            "fractions over one together",
            "train: 0.8",
            "train: 0.9",
            "x.yaml:5:10: data.split must add up to at most 1 but adds up to 1.1"),
        change(
            "an empty split",
            "test: 0.1",
            "test: 0",
            "x.yaml:5:46: data.split.test leaves no image in the split"),
        change(
            "a subset over its split",
            "validation: 50",
            "validation: 6001",
            "x.yaml:6:36: data.subset.validation must be at most 6000, the images in"),
        change(
            "a batch over its subset",
            "batchSize: 10",
            "batchSize: 101",
            "x.yaml:17:14: training.batchSize must be at most 100, the images used for training"),
        change(
            "a range upside down",
            "unit",
            "{min: 255, max: 0}",
            "x.yaml:7:14: data.normalize must have a min below its max"),
        change(
            "a rate that is no number",
            "learningRate: 0.1",
            "learningRate: .nan",
            "x.yaml:19:38: training.updater.learningRate must be a finite number but was .nan"),
        change(
            "an infinite rate",
            "learningRate: 0.1",
            "learningRate: -.inf",
            "x.yaml:19:38: training.updater.learningRate must be a finite number but was -.inf"),
        change(
            "a rate beyond doubles",
            "learningRate: 0.1",
            "learningRate: 1e999",
            "x.yaml:19:38: training.updater.learningRate must be a finite number but was 1e999"),
        change(
            "no rate at all",
            "learningRate: 0.1",
            "learningRate: 0",
            "x.yaml:19:38: training.updater.learningRate must be greater than 0 but was 0"),
        change(
            "everything dropped",
            "rate: 0.5",
            "rate: 1",
            "x.yaml:13:41: network.layers.drop.rate must be less than 1 but was 1"),
        change(
            "a seed over 64 bits",
            "seed: 1",
            "seed: 18446744073709551616",
            "x.yaml:2:7: seed must be a whole number of 64 bits but was 18446744073709551616"),
        change(
            "a number over 32 bits",
            "epochs: 3",
            "epochs: 4294967296",
            "x.yaml:18:11: training.epochs must be a whole number of 32 bits but was 4294967296"),
        // Words
        change(
            "a name with a slash",
            "name: bad",
            "name: a/b",
            "x.yaml:1:7: name must be letters, digits"),
        change(
            "a name that climbs",
            "name: bad",
            "name: ..",
            "x.yaml:1:7: name must be letters, digits"),
        change(
            "an unknown dataset",
            "dataset: digits",
            "dataset: mnsit",
            "x.yaml:4:12: data.dataset must be one of"),
        change(
            "a folder of what is drawn",
            "dataset: digits",
            "dataset: digits\n  path: /data/mnist",
            "x.yaml:5:9: data.path has no effect with digits"),
        change(
            "a seed of what is not drawn",
            "dataset: digits",
            "dataset: mnist\n  seed: 3",
            "x.yaml:5:9: data.seed has no effect with mnist"),
        change(
            "an unknown updater",
            "type: sgd",
            "type: sdg",
            "x.yaml:19:19: training.updater.type must be one of"),
        change(
            "an unknown activation",
            "nOut: 8",
            "nOut: 8, activation: relru",
            "x.yaml:14:52: network.layers.fc.activation must be one of"),
        change(
            "an unknown figure",
            "all",
            "[loss-histroy]",
            "x.yaml:21:13: evaluate.figures[0] must be one of"),
        change(
            "a tag's name with a dot",
            "course: intro",
            "a.b: intro",
            "x.yaml:22:8: tags.a.b is a key, which must be letters"));
  }
}
