package dev.epochal.figures;

import dev.epochal.core.figure.ConfusionMatrices;
import java.util.List;
import org.jfree.chart.JFreeChart;

/** A matrix of true against predicted classes per split, coloured by the share of each row. */
final class ConfusionMatricesRenderer implements FigureRenderer<ConfusionMatrices> {
  private static final int WIDTH = 1440;

  private static final String CAPTION =
      "Each row is a true class, each column a predicted one; a cell's number counts images, its"
          + " colour is their share of the row. Accuracy is the diagonal's part of all n images.";

  @Override
  public Sheet sheet(ConfusionMatrices data) {
    List<Matrix> matrices = matrices(data);
    MatrixLayout layout = layout(data, matrices);
    List<JFreeChart> charts = charts(data);
    return Sheet.of(
        WIDTH,
        "Confusion matrices",
        data.subject(),
        List.of(Numbers.count(data.classNames().size()) + " classes"),
        charts.isEmpty() ? List.of("No split was evaluated.") : List.of(),
        List.of(
            ColourBar.ofShares("Share of the true class's images (row)"),
            new Panels(charts, layout.columns(), MatrixChart.height(layout))),
        caption(matrices, layout));
  }

  List<JFreeChart> charts(ConfusionMatrices data) {
    List<Matrix> matrices = matrices(data);
    MatrixLayout layout = layout(data, matrices);
    return matrices.stream().map(matrix -> MatrixChart.of(matrix, layout)).toList();
  }

  private static List<Matrix> matrices(ConfusionMatrices data) {
    return data.panels().stream().map(p -> new Matrix(p, data.classNames().size())).toList();
  }

  private static MatrixLayout layout(ConfusionMatrices data, List<Matrix> matrices) {
    int largest = matrices.stream().mapToInt(Matrix::largestCount).max().orElse(0);
    return MatrixLayout.of(WIDTH - 2.0 * Style.MARGIN, data.classNames(), largest);
  }

  private static String caption(List<Matrix> matrices, MatrixLayout layout) {
    StringBuilder caption = new StringBuilder(CAPTION);
    if (layout.countFont().isEmpty()) {
      caption.append(" The cells are too small for their counts, which are in the figure's JSON.");
    }
    if (matrices.stream().anyMatch(Matrix::lacksAClass)) {
      caption.append(" Grey row (–): the split has no image of this class.");
    }
    return caption.toString();
  }
}
