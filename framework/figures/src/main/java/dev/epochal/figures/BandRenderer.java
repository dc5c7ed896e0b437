package dev.epochal.figures;

import dev.epochal.core.figure.LevelCurves;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/** Draws the band of each curve, in as many pieces as it has without a gap. */
final class BandRenderer extends AbstractXYItemRenderer {
  private static final long serialVersionUID = 1L;
  private static final int ALPHA = 46;

  /** Where many bands lie over each other. */
  private static final int MANY = 20;

  private final transient List<LevelCurves.Curve> curves;
  private final transient List<SeriesLook> looks;

  BandRenderer(List<LevelCurves.Curve> curves, List<SeriesLook> looks) {
    this.curves = List.copyOf(curves);
    this.looks = List.copyOf(looks);
  }

  @Override
  public void drawItem(
      Graphics2D g,
      XYItemRendererState state,
      Rectangle2D area,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis places,
      ValueAxis values,
      XYDataset data,
      int series,
      int item,
      CrosshairState crosshair,
      int pass) {
    LevelCurves.Curve curve = curves.get(series);
    boolean begins = hasBand(curve, item) && !hasBand(curve, item - 1);
    if (!begins) {
      return;
    }
    int end = item;
    while (hasBand(curve, end + 1)) {
      end++;
    }
    Path2D band = new Path2D.Double();
    for (int i = item; i <= end; i++) {
      double x = places.valueToJava2D(curve.at().get(i), area, plot.getDomainAxisEdge());
      double y = y(values, curve.high().get(i), area, plot);
      if (i == item) {
        band.moveTo(x, y);
      } else {
        band.lineTo(x, y);
      }
    }
    for (int i = end; i >= item; i--) {
      band.lineTo(
          places.valueToJava2D(curve.at().get(i), area, plot.getDomainAxisEdge()),
          y(values, curve.low().get(i), area, plot));
    }
    band.closePath();
    g.setPaint(
        SeriesLook.pale(looks.get(series).colour(), looks.size() > SeriesLook.MOST ? MANY : ALPHA));
    g.fill(band);
  }

  /** No farther outside than can be drawn: on a log axis an end below zero has no place. */
  private static double y(ValueAxis values, double value, Rectangle2D area, XYPlot plot) {
    double y = values.valueToJava2D(value, area, plot.getRangeAxisEdge());
    double room = area.getHeight();
    return Double.isNaN(y)
        ? area.getMaxY() + room
        : Math.max(area.getMinY() - room, Math.min(area.getMaxY() + room, y));
  }

  private static boolean hasBand(LevelCurves.Curve curve, int i) {
    return i >= 0
        && i < curve.at().size()
        && Double.isFinite(curve.low().get(i))
        && Double.isFinite(curve.high().get(i));
  }
}
