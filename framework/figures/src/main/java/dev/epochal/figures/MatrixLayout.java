package dev.epochal.figures;

import java.awt.Font;
import java.util.List;
import java.util.Optional;

/**
 * The sizes in a figure of confusion matrices, the same in all of its panels, in points.
 *
 * @param columns panels beside each other
 * @param panelWidth width of a panel, of which the matrix and its names may leave some free
 * @param labels class names, cut to the room that they have
 * @param labelFont of the class names
 * @param uprightLabels whether the names under the matrix stand on end
 * @param cellWidth width of a cell
 * @param cellHeight height of a cell
 * @param countFont of the counts; empty when a cell has no room for them
 */
record MatrixLayout(
    int columns,
    double panelWidth,
    List<String> labels,
    Font labelFont,
    boolean uprightLabels,
    double cellWidth,
    double cellHeight,
    Optional<Font> countFont) {
  /** Up to so many classes, panels stand beside each other and their cells are squares. */
  private static final int MOST_BESIDE = 12;

  private static final int COLUMNS = 3;
  private static final double WIDEST_LABEL = 110;
  private static final double LABEL_PADDING = 12;
  private static final double AXIS_NAME = 26;
  private static final double LARGEST_CELL = 150;
  private static final double WIDEST_CELL = 52;
  private static final double TALLEST_CELL = 25;
  private static final double HIGHEST_MATRIX = 1_250;

  /** Which part of a cell its count may take. */
  private static final double FILLED = 0.82;

  static MatrixLayout of(double width, List<String> classNames, int largestCount) {
    int n = Math.max(1, classNames.size());
    int columns = n <= MOST_BESIDE ? COLUMNS : 1;
    Font labelFont = n <= MOST_BESIDE ? Style.TICK : Style.SMALL;
    List<String> labels = classNames.stream().map(name -> label(name, labelFont)).toList();
    double widest = widest(labels, labelFont);
    double panelWidth = Panels.panelWidth(width, columns);
    double room = panelWidth - AXIS_NAME - widest - LABEL_PADDING;
    double cellWidth = Math.min(room / n, columns == 1 ? WIDEST_CELL : LARGEST_CELL);
    double cellHeight = columns == 1 ? Math.min(TALLEST_CELL, HIGHEST_MATRIX / n) : cellWidth;
    return new MatrixLayout(
        columns,
        panelWidth,
        labels,
        labelFont,
        widest > cellWidth - 4,
        cellWidth,
        cellHeight,
        countFont(largestCount, cellWidth, cellHeight));
  }

  /** Room on the left of the matrix. */
  double left() {
    return AXIS_NAME + widest(labels, labelFont) + LABEL_PADDING;
  }

  /** What stays free on the right of the matrix. */
  double right() {
    return panelWidth - left() - cellWidth * labels.size();
  }

  /** Room under the matrix. */
  double bottom() {
    double names = uprightLabels ? widest(labels, labelFont) : Text.lineHeight(labelFont);
    return AXIS_NAME + names + LABEL_PADDING;
  }

  private static String label(String name, Font font) {
    String label = Text.ellipsized(name, font, WIDEST_LABEL);
    return label.isEmpty() ? "(no name)" : label;
  }

  private static double widest(List<String> labels, Font font) {
    return labels.stream().mapToDouble(label -> Text.width(label, font)).max().orElse(0);
  }

  /** The largest font in which the largest count fits, but none too small to read. */
  private static Optional<Font> countFont(int largest, double cellWidth, double cellHeight) {
    String text = String.valueOf(largest);
    for (float size = 14; size >= 9; size -= 0.5f) {
      Font font = Style.TICK.deriveFont(size);
      if (Text.width(text, font) <= FILLED * cellWidth
          && Text.ascent(font) <= FILLED * cellHeight) {
        return Optional.of(font);
      }
    }
    return Optional.empty();
  }
}
