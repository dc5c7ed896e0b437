package dev.epochal.figures;

import dev.epochal.core.data.Split;
import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.LossHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Figure data as runs give them, and as they should not. */
final class Samples {
  static final FigureSubject SUBJECT =
      new FigureSubject("baseline", "20260301-101500-7f3a", "mnist", null);
  static final FigureSubject FALLBACK =
      new FigureSubject(
          "baseline",
          "20260301-101500-7f3a",
          "synthetic",
          "The dataset mnist could not be fetched: this run used the synthetic fallback, so its"
              + " results say nothing about mnist.");
  static final FigureSubject HOSTILE =
      new FigureSubject(
          "<script>alert(1)</script>\u202E" + "long ".repeat(80),
          "מזהה",
          "набор\n数据 🙂",
          "שלום עולם ".repeat(40) + "x".repeat(400));

  private Samples() {}

  static LossHistory history(
      FigureSubject subject,
      int epochs,
      DoubleUnaryOperator train,
      DoubleUnaryOperator validation,
      DoubleUnaryOperator trainAccuracy,
      DoubleUnaryOperator validationAccuracy) {
    return LossHistory.byEpoch(
        subject,
        48_000,
        12_000,
        IntStream.rangeClosed(1, epochs).boxed().toList(),
        values(epochs, train),
        values(epochs, validation),
        values(epochs, trainAccuracy),
        values(epochs, validationAccuracy));
  }

  static LossHistory baseline(int epochs) {
    Random noise = new Random(7);
    return history(
        SUBJECT,
        epochs,
        e -> 0.09 + 0.9 * Math.exp(-e / 6) + 0.004 * noise.nextGaussian(),
        e -> 0.11 + 0.55 * Math.exp(-e / 5) + 0.006 * noise.nextGaussian(),
        e -> 0.973 - 0.3 * Math.exp(-e / 5) + 0.001 * noise.nextGaussian(),
        e -> 0.977 - 0.15 * Math.exp(-e / 5) + 0.002 * noise.nextGaussian());
  }

  static LossHistory overfitting() {
    Random noise = new Random(8);
    return history(
        FALLBACK,
        20,
        e -> 0.01 + 1.2 * Math.exp(-e / 3) + 0.004 * noise.nextGaussian(),
        e -> 0.25 + 0.8 * Math.exp(-e / 2) + 0.03 * e + 0.008 * noise.nextGaussian(),
        e -> Math.min(1, 1.0 - 0.4 * Math.exp(-e / 3)),
        e -> 0.94 - 0.2 * Math.exp(-e / 2) - 0.001 * e);
  }

  /** Growing from epoch 4 on, NaN from epoch 7 on. */
  static LossHistory diverged() {
    return history(
        SUBJECT,
        12,
        e -> e < 4 ? 2.3 / e : e < 7 ? Math.pow(10, 10 * (e - 3)) : Double.NaN,
        e -> e < 4 ? 2.1 / e : e < 7 ? Math.pow(9, 10 * (e - 3)) : Double.NaN,
        e -> e < 4 ? 0.2 + 0.1 * e : 0.1,
        e -> e < 4 ? 0.25 + 0.1 * e : 0.1);
  }

  static LossHistory constant(double value) {
    return history(SUBJECT, 5, e -> value, e -> value, e -> value, e -> value);
  }

  static ConfusionMatrices matrices(FigureSubject subject, List<String> names, int perClass) {
    return new ConfusionMatrices(
        subject,
        names,
        List.of(
            panel(Split.TRAIN, names.size(), i -> perClass, 0.985),
            panel(Split.VALIDATION, names.size(), i -> perClass / 4.0, 0.95),
            panel(Split.TEST, names.size(), i -> perClass / 5.0, 0.7)));
  }

  static ConfusionMatrices.Panel panel(
      Split split, int classes, ToDoubleFunction<Integer> size, double right) {
    Random random = new Random(split.ordinal() + 1L);
    List<List<Integer>> rows = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      List<Integer> row = new ArrayList<>(Collections.nCopies(classes, 0));
      for (int k = 0; k < size.applyAsDouble(i); k++) {
        int j = random.nextDouble() < right ? i : (i + 1 + random.nextInt(3)) % classes;
        row.set(j, row.get(j) + 1);
      }
      rows.add(row);
    }
    return new ConfusionMatrices.Panel(split, rows);
  }

  static List<String> digits() {
    return IntStream.range(0, 10).mapToObj(String::valueOf).toList();
  }

  static List<String> letters() {
    return IntStream.range(0, 26).mapToObj(i -> String.valueOf((char) ('A' + i))).toList();
  }

  static List<String> hostileNames() {
    return List.of(
        "x".repeat(300), "🙂🙃👩‍👩‍👧", "שלום", "<script>alert(1)</script>", "", "a\nb\t\u0007c");
  }

  /** As Fashion-MNIST names them; the sixth never occurs in the test split. */
  static ConfusionMatrices clothesWithoutSandals() {
    List<String> names =
        List.of(
            "T-shirt/top",
            "Trouser",
            "Pullover",
            "Dress",
            "Coat",
            "Sandal",
            "Shirt",
            "Sneaker",
            "Bag",
            "Ankle boot");
    return new ConfusionMatrices(
        FALLBACK,
        names,
        List.of(
            panel(Split.TRAIN, 10, i -> 4_800, 0.93),
            panel(Split.VALIDATION, 10, i -> 1_200, 0.9),
            panel(Split.TEST, 10, i -> i == 5 ? 0 : 1_000, 0.88)));
  }

  private static List<Double> values(int epochs, DoubleUnaryOperator value) {
    return IntStream.rangeClosed(1, epochs).mapToObj(e -> value.applyAsDouble(e)).toList();
  }
}
