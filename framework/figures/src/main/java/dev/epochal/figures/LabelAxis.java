package dev.epochal.figures;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis of names at 0, 1, 2, …: upright where they do not fit beside each other. */
final class LabelAxis extends NumberAxis {
  private static final long serialVersionUID = 1L;

  private final List<String> labels;
  private final boolean upright;

  LabelAxis(String label, List<String> labels, Font font, boolean upright) {
    super(label);
    this.labels = List.copyOf(labels);
    this.upright = upright;
    setRange(-0.5, labels.size() - 0.5);
    Looks.calm(this);
    setTickLabelFont(font);
    // Else JFreeChart keeps only a line's height free for them.
    setVerticalTickLabels(upright);
  }

  List<String> labels() {
    return labels;
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by JFreeChart
  public List refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
    boolean horizontal = RectangleEdge.isTopOrBottom(edge);
    double pitch = (horizontal ? area.getWidth() : area.getHeight()) / labels.size();
    // Hundreds of classes: a name for every few of them rather than an unreadable smear.
    int every =
        horizontal && !upright
            ? 1
            : Math.max(1, (int) Math.ceil(0.8 * Text.lineHeight(getTickLabelFont()) / pitch));
    TextAnchor anchor = horizontal && !upright ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    double angle = horizontal && upright ? -Math.PI / 2 : 0;
    List<NumberTick> ticks = new ArrayList<>();
    for (int i = 0; i < labels.size(); i += every) {
      ticks.add(new NumberTick(i, labels.get(i), anchor, anchor, angle));
    }
    return ticks;
  }
}
