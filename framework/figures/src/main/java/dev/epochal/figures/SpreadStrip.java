package dev.epochal.figures;

import dev.epochal.core.answer.Amounts;
import dev.epochal.core.figure.SeedSpread;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One row of dots over the areas of their standard deviation, with a bracket over their range. */
record SpreadStrip(SeedSpread data) implements Block {
  static final Color SD_COLOUR = new Color(0xBFD7EA);
  static final Color INTERVAL_COLOUR = new Color(0xE4EEF6);
  private static final double BRACKET = 34;
  private static final double STRIP = 170;
  private static final double SIDE = 30;

  @Override
  public double height(double width) {
    return BRACKET + STRIP + Ruler.BELOW;
  }

  @Override
  public void paint(Graphics2D g, double width) {
    List<SeedSpread.Dot> dots =
        data.runs().stream()
            .filter(run -> Double.isFinite(run.value()))
            .sorted(Comparator.comparingDouble(SeedSpread.Dot::value))
            .toList();
    double axis = width - 2 * SIDE;
    Ruler ruler = new Ruler(Measure.of(data.response(), shown(dots)));
    Graphics2D plot = (Graphics2D) g.create();
    plot.translate(SIDE, BRACKET);
    Graphics2D areas = (Graphics2D) plot.create();
    areas.clip(new Rectangle2D.Double(0, 0, axis, STRIP));
    area(areas, ruler, axis, data.sdHigh(), INTERVAL_COLOUR);
    area(areas, ruler, axis, data.sd(), SD_COLOUR);
    areas.dispose();
    ruler.paint(plot, axis, STRIP);
    if (Double.isFinite(data.mean())) {
      plot.setColor(Style.INK);
      plot.setStroke(Style.LINE);
      double x = ruler.at(data.mean(), axis);
      plot.draw(new Line2D.Double(x, 0, x, STRIP));
    }
    List<Double> at = dots.stream().map(dot -> ruler.at(dot.value(), axis)).toList();
    double[] moved = Swarm.of(at, 9, STRIP / 2 - 24);
    plot.setColor(SeriesLook.pale(Style.BLUE, 210));
    for (int i = 0; i < dots.size(); i++) {
      plot.fill(
          AffineTransform.getTranslateInstance(at.get(i), STRIP / 2 + moved[i])
              .createTransformedShape(Line.circle()));
    }
    if (dots.size() > 1) {
      bracket(plot, dots, at, axis);
    }
    plot.dispose();
  }

  private List<Double> shown(List<SeedSpread.Dot> dots) {
    List<Double> shown = new ArrayList<>(dots.stream().map(SeedSpread.Dot::value).toList());
    if (Double.isFinite(data.sd())) {
      // The interval of few runs is wide: what does not fit is cut, as its end is written below.
      double most = Math.min(data.sdHigh(), 2.5 * data.sd());
      for (double end : List.of(data.mean() - most, data.mean() + most)) {
        if (end > 0 || dots.get(0).value() <= 0) {
          shown.add(end);
        }
      }
    }
    return shown;
  }

  private void area(Graphics2D g, Ruler ruler, double axis, double half, Color colour) {
    if (!Double.isFinite(half) || !Double.isFinite(data.mean())) {
      return;
    }
    double low = ruler.at(data.mean() - half, axis);
    double from = Double.isNaN(low) ? 0 : low;
    g.setColor(colour);
    g.fill(new Rectangle2D.Double(from, 0, ruler.at(data.mean() + half, axis) - from, STRIP));
  }

  /** From the least to the greatest, with their seeds. */
  private void bracket(Graphics2D g, List<SeedSpread.Dot> dots, List<Double> at, double axis) {
    double from = at.get(0);
    double to = at.get(at.size() - 1);
    g.setColor(Style.MUTED);
    g.setStroke(Style.HAIRLINE);
    g.draw(new Line2D.Double(from, -8, to, -8));
    g.draw(new Line2D.Double(from, -8, from, 0));
    g.draw(new Line2D.Double(to, -8, to, 0));
    SeedSpread.Dot least = dots.get(0);
    SeedSpread.Dot most = dots.get(dots.size() - 1);
    Amounts amounts = Amounts.of(data.response());
    String text =
        "range %s (%s to %s)"
            .formatted(
                amounts.difference(most.value() - least.value()),
                amounts.value(least.value()),
                amounts.value(most.value()));
    double width = Text.width(text, Style.TEXT);
    double x = Math.max(0, Math.min(axis - width, (from + to - width) / 2));
    g.setFont(Style.TEXT);
    g.setColor(Style.INK);
    g.drawString(text, (float) x, -15f);
    g.setFont(Style.SMALL);
    g.setColor(Style.MUTED);
    named(g, least, from, axis);
    named(g, most, to, axis);
  }

  private static void named(Graphics2D g, SeedSpread.Dot dot, double x, double axis) {
    String seed = Text.ellipsized("seed " + dot.seed(), Style.SMALL, 150);
    double width = Text.width(seed, Style.SMALL);
    g.drawString(
        seed, (float) Math.max(0, Math.min(axis - width, x - width / 2)), (float) (STRIP - 8));
  }
}
