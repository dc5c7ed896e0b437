package dev.epochal.figures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/** Draws a matrix's cells: the colour is the share of the row, the number the count. */
final class CellRenderer extends AbstractXYItemRenderer {
  private static final long serialVersionUID = 1L;

  /** Cells smaller than this touch, as gaps would take too much of them. */
  private static final double SMALLEST_WITH_GAP = 14;

  private static final double HALF_GAP = 0.75;

  private final transient Matrix matrix;
  private final transient Optional<Font> countFont;

  CellRenderer(Matrix matrix, Optional<Font> countFont) {
    this.matrix = matrix;
    this.countFont = countFont;
  }

  @Override
  public void drawItem(
      Graphics2D g,
      XYItemRendererState state,
      Rectangle2D area,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis predictedAxis,
      ValueAxis trueAxis,
      XYDataset data,
      int series,
      int item,
      CrosshairState crosshair,
      int pass) {
    int predicted = (int) data.getXValue(series, item);
    int actual = (int) data.getYValue(series, item);
    double left = predictedAxis.valueToJava2D(predicted - 0.5, area, plot.getDomainAxisEdge());
    double right = predictedAxis.valueToJava2D(predicted + 0.5, area, plot.getDomainAxisEdge());
    double top = trueAxis.valueToJava2D(actual - 0.5, area, plot.getRangeAxisEdge());
    double bottom = trueAxis.valueToJava2D(actual + 0.5, area, plot.getRangeAxisEdge());
    double gap = Math.min(right - left, bottom - top) < SMALLEST_WITH_GAP ? 0 : HALF_GAP;
    Rectangle2D cell =
        new Rectangle2D.Double(
            left + gap, top + gap, right - left - 2 * gap, bottom - top - 2 * gap);
    double share = matrix.share(actual, predicted);
    Color paper = Double.isNaN(share) ? Style.ABSENT : ShareColours.of(share);
    g.setPaint(paper);
    g.fill(cell);
    countFont.ifPresent(font -> write(g, font, text(actual, predicted), ink(share, paper), cell));
  }

  private String text(int actual, int predicted) {
    return matrix.of(actual) == 0 ? "–" : String.valueOf(matrix.count(actual, predicted));
  }

  /** Pale where nothing was predicted, so that the confusions stand out. */
  private static Color ink(double share, Color paper) {
    return share > 0 ? ShareColours.inkOn(paper) : Style.FAINT;
  }

  private static void write(Graphics2D g, Font font, String text, Color ink, Rectangle2D cell) {
    final double digitHeight = 0.365; // half of a digit's height, as part of the font's size
    g.setFont(font);
    g.setPaint(ink);
    g.drawString(
        text,
        (float) (cell.getCenterX() - Text.width(text, font) / 2),
        (float) (cell.getCenterY() + digitHeight * font.getSize2D()));
  }
}
