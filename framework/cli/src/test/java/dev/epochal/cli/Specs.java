package dev.epochal.cli;

/** Experiments that train in a second. */
final class Specs {
  static final String MLP =
      """
      name: tiny
      seed: 11
      data:
        dataset: digits
        subset: {train: 200, validation: 100, test: 100}
      network:
        layers:
          - {name: hidden, type: dense, nOut: 16, activation: relu}
          - {name: drop, type: dropout, rate: 0.2}
          - {name: out, type: output}
      training:
        batchSize: 50
        epochs: 3
        updater: {type: sgd, learningRate: 0.05, momentum: 0.9}
      evaluate:
        figures: [loss-history, confusion-matrices]
      tags: {course: intro}
      """;

  static final String CONVOLUTIONS =
      MLP.replace("name: tiny", "name: tiny-conv")
          .replace(
              "    - {name: hidden",
              "    - {name: conv, type: convolution2d, nOut: 4, kernel: [3, 3], activation: relu}\n"
                  + "    - {name: pool, type: maxpool2d, kernel: [2, 2], stride: [2, 2]}\n"
                  + "    - {name: hidden");

  /** Some seconds of training, with checkpoints. */
  static final String LONGER =
      MLP.replace("epochs: 3", "epochs: 30\n  checkpoint: {every: 4, keep: 2}");

  private Specs() {}
}
