package dev.epochal.figures;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;

/** One confusion matrix as a chart: true classes downwards from 0, predicted ones to the right. */
final class MatrixChart {
  private static final double TITLES = 48;

  private MatrixChart() {}

  /** The height that gives every cell its size. */
  static double height(MatrixLayout layout) {
    return TITLES + layout.cellHeight() * layout.labels().size() + layout.bottom();
  }

  static JFreeChart of(Matrix matrix, MatrixLayout layout) {
    LabelAxis predicted =
        new LabelAxis(
            "Predicted class", layout.labels(), layout.labelFont(), layout.uprightLabels());
    LabelAxis actual = new LabelAxis("True class", layout.labels(), layout.labelFont(), false);
    actual.setInverted(true);
    XYPlot plot =
        new XYPlot(cells(matrix), predicted, actual, new CellRenderer(matrix, layout.countFont()));
    Looks.calm(plot);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    plot.setFixedRangeAxisSpace(space(layout.left(), RectangleEdge.LEFT));
    plot.setFixedDomainAxisSpace(space(layout.bottom(), RectangleEdge.BOTTOM));
    JFreeChart chart = Looks.bare(plot);
    chart.setPadding(new RectangleInsets(0, 0, 0, layout.right()));
    new PanelTitle(
            matrix.panel().split().key(),
            "accuracy %s   ·   n = %s"
                .formatted(Numbers.percent(matrix.accuracy()), Numbers.count(matrix.n())),
            layout.left())
        .on(chart);
    return chart;
  }

  private static AxisSpace space(double size, RectangleEdge edge) {
    AxisSpace space = new AxisSpace();
    space.add(size, edge);
    return space;
  }

  private static DefaultXYZDataset cells(Matrix matrix) {
    int n = matrix.classes();
    double[][] cells = new double[3][n * n];
    for (int i = 0; i < n * n; i++) {
      cells[0][i] = i % n;
      cells[1][i] = Math.floorDiv(i, n);
      cells[2][i] = matrix.share(Math.floorDiv(i, n), i % n);
    }
    DefaultXYZDataset data = new DefaultXYZDataset();
    data.addSeries(matrix.panel().split().key(), cells);
    return data;
  }
}
