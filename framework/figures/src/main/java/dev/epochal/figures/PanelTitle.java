package dev.epochal.figures;

import java.awt.Color;
import java.awt.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/**
 * Two lines over a panel.
 *
 * @param left how far from the panel's left edge they begin
 */
record PanelTitle(String title, String details, double left) {

  void on(JFreeChart chart) {
    chart.addSubtitle(line(title, Style.HEADING, Style.INK));
    chart.addSubtitle(line(details, Style.TEXT, Style.MUTED));
  }

  private TextTitle line(String text, Font font, Color colour) {
    return new TextTitle(
        text,
        font,
        colour,
        RectangleEdge.TOP,
        HorizontalAlignment.LEFT,
        VerticalAlignment.TOP,
        new RectangleInsets(0, left, 5, 0));
  }
}
