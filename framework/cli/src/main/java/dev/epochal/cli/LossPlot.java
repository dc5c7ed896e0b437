package dev.epochal.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A loss history in text: train and validation over the epochs, told apart by their marks. Epochs
 * that share a column are averaged.
 *
 * @param width columns of the terminal
 * @param unicode whether the terminal shows more than ASCII
 */
record LossPlot(int width, boolean unicode) {
  private static final int HEIGHT = 10;
  private static final int LABEL = 9;

  /** Values further apart than this are drawn on a logarithmic axis. */
  private static final double WIDE = 100;

  /** Lines of text, none wider than the terminal; none at all without a finite loss. */
  List<String> lines(double[] train, double[] validation) {
    double[] finite =
        DoubleStream.concat(Arrays.stream(train), Arrays.stream(validation))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (finite.length == 0) {
      return List.of();
    }
    double low = finite[0];
    double high = finite[finite.length - 1];
    boolean logarithmic = low > 0 && high / low > WIDE;
    int epochs = Math.max(train.length, validation.length);
    int columns = Math.max(1, Math.min(width - LABEL - 3, epochs == 1 ? 1 : 400));
    int[] trainRows = rows(train, epochs, columns, low, high, logarithmic);
    int[] validationRows = rows(validation, epochs, columns, low, high, logarithmic);
    List<String> lines = new ArrayList<>();
    lines.add(
        "loss: %s train (in the training passes), %s validation, %s both%s"
            .formatted(
                mark(true, false),
                mark(false, true),
                mark(true, true),
                logarithmic ? "; logarithmic axis" : ""));
    for (int row = HEIGHT - 1; row >= 0; row--) {
      StringBuilder line = new StringBuilder(label(row, low, high, logarithmic));
      line.append(unicode ? " │" : " |");
      for (int x = 0; x < columns; x++) {
        line.append(mark(trainRows[x] == row, validationRows[x] == row));
      }
      lines.add(line.toString().stripTrailing());
    }
    lines.add(" ".repeat(LABEL) + (unicode ? " └" : " +") + (unicode ? "─" : "-").repeat(columns));
    String last = epochs == 1 ? "" : "epoch " + epochs;
    lines.add(
        " ".repeat(LABEL + 2)
            + (epochs == 1
                ? "epoch 1"
                : "1" + " ".repeat(Math.max(1, columns - 1 - last.length())) + last));
    return lines;
  }

  /** In which row each column has its value, from below; −1 for none. */
  private static int[] rows(
      double[] losses, int epochs, int columns, double low, double high, boolean logarithmic) {
    double[] sums = new double[columns];
    int[] counts = new int[columns];
    for (int i = 0; i < losses.length; i++) {
      if (Double.isFinite(losses[i])) {
        int x = epochs == 1 ? 0 : (int) Math.round((double) i * (columns - 1) / (epochs - 1));
        sums[x] += losses[i];
        counts[x]++;
      }
    }
    int[] rows = new int[columns];
    for (int x = 0; x < columns; x++) {
      rows[x] = counts[x] == 0 ? -1 : row(sums[x] / counts[x], low, high, logarithmic);
    }
    return rows;
  }

  private static int row(double value, double low, double high, boolean logarithmic) {
    double at =
        logarithmic
            ? Math.log(value / low) / Math.log(high / low)
            : high == low ? 0.5 : (value - low) / (high - low);
    return (int) Math.round(at * (HEIGHT - 1));
  }

  /** The value of every third row. */
  private static String label(int row, double low, double high, boolean logarithmic) {
    if (row % 3 != 0) {
      return " ".repeat(LABEL);
    }
    double at = (double) row / (HEIGHT - 1);
    double value = logarithmic ? low * Math.pow(high / low, at) : low + at * (high - low);
    return String.format(Locale.ROOT, "%" + LABEL + ".4g", value);
  }

  private String mark(boolean train, boolean validation) {
    if (train && validation) {
      return unicode ? "◉" : "@";
    }
    return train ? unicode ? "○" : "o" : validation ? unicode ? "●" : "#" : " ";
  }
}
