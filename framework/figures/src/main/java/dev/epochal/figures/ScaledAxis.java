package dev.epochal.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/** An axis of numbers on a {@link Scale}, with a fixed range and round ticks. */
final class ScaledAxis extends NumberAxis {
  private static final long serialVersionUID = 1L;
  private static final int VERTICAL_PITCH = 32;
  private static final int HORIZONTAL_PITCH = 75;

  private final transient Scale scale;
  private final transient DoubleFunction<String> format;

  ScaledAxis(String label, Scale scale, Range range, DoubleFunction<String> format) {
    super(label);
    this.scale = scale;
    this.format = format;
    setRange(range, true, false);
    Looks.calm(this);
  }

  Scale scale() {
    return scale;
  }

  @Override
  public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
    double low = scale.at(getLowerBound());
    double high = scale.at(getUpperBound());
    double share = (scale.at(value) - low) / (high - low);
    return RectangleEdge.isTopOrBottom(edge)
        ? area.getMinX() + share * area.getWidth()
        : area.getMaxY() - share * area.getHeight();
  }

  @Override
  public double java2DToValue(double at, Rectangle2D area, RectangleEdge edge) {
    double low = scale.at(getLowerBound());
    double high = scale.at(getUpperBound());
    double share =
        RectangleEdge.isTopOrBottom(edge)
            ? (at - area.getMinX()) / area.getWidth()
            : (area.getMaxY() - at) / area.getHeight();
    return scale.valueAt(low + share * (high - low));
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by JFreeChart
  public List refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
    boolean horizontal = RectangleEdge.isTopOrBottom(edge);
    int about =
        (int) (horizontal ? area.getWidth() / HORIZONTAL_PITCH : area.getHeight() / VERTICAL_PITCH);
    TextAnchor anchor = horizontal ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    List<NumberTick> ticks = new ArrayList<>();
    for (double tick : scale.ticks(getLowerBound(), getUpperBound(), about)) {
      ticks.add(new NumberTick(tick, format.apply(tick), anchor, anchor, 0));
    }
    return ticks;
  }
}
