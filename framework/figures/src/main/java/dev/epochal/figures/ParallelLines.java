package dev.epochal.figures;

import dev.epochal.core.figure.ParallelCoordinates;
import dev.epochal.core.stats.Goal;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Upright axes with a line through them for each run.
 *
 * @param axes the params' axes
 * @param response of the last axis
 */
record ParallelLines(ParallelCoordinates data, List<ParallelAxis> axes, Measure response)
    implements Block {
  private static final double TOP = 46;
  private static final double PLOT = 440;
  private static final double SLOT = 44;
  private static final double SIDE = 130;
  private static final double RESPONSE_SIDE = 110;
  private static final double BAR = 10;
  private static final int PITCH = 42;

  /** So far apart at most stand lines that share a value, and so far all of them. */
  private static final double APART = 3;

  private static final double TOGETHER = 22;
  private static final BasicStroke THIN =
      new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  static ParallelLines of(ParallelCoordinates data, int axes) {
    List<Double> responses = data.lines().stream().map(ParallelCoordinates.Line::response).toList();
    return new ParallelLines(
        data,
        data.axes().subList(0, axes).stream().map(ParallelAxis::of).toList(),
        Measure.of(data.response(), responses));
  }

  private boolean hasLost() {
    return data.lines().stream().anyMatch(line -> !Double.isFinite(line.response()));
  }

  @Override
  public double height(double width) {
    return TOP + PLOT + (hasLost() ? SLOT : 0) + 16;
  }

  @Override
  public void paint(Graphics2D g, double width) {
    double step = axes.isEmpty() ? 0 : (width - SIDE - RESPONSE_SIDE) / axes.size();
    // What has no response stands beyond the worse end of its axis.
    boolean lostAbove = hasLost() && data.goal() == Goal.MIN;
    Graphics2D plot = (Graphics2D) g.create();
    plot.translate(SIDE, TOP + (lostAbove ? SLOT : 0));
    double lost = lostAbove ? -SLOT + 14 : PLOT + SLOT - 14;
    paintLines(plot, step, lost);
    for (int a = 0; a < axes.size(); a++) {
      paintAxis(plot, axes.get(a), a * step, lostAbove ? -SLOT : 0, step);
    }
    paintResponse(plot, axes.size() * step, lostAbove ? -SLOT : 0);
    if (hasLost()) {
      plot.setFont(Style.TICK);
      plot.setColor(Style.NOTICE_PAPER);
      plot.drawString("no value", (float) (axes.size() * step + BAR + 8), (float) (lost + 4));
    }
    plot.dispose();
  }

  private void paintLines(Graphics2D g, double step, double lost) {
    List<ParallelCoordinates.Line> worstFirst = new ArrayList<>(data.lines());
    Comparator<ParallelCoordinates.Line> better =
        Comparator.comparingDouble(line -> goodness(line.response()));
    worstFirst.sort(better);
    double[][] y = new double[worstFirst.size()][axes.size()];
    for (int a = 0; a < axes.size(); a++) {
      place(worstFirst, a, y);
    }
    g.setStroke(THIN);
    for (int i = 0; i < worstFirst.size(); i++) {
      double value = worstFirst.get(i).response();
      boolean there = Double.isFinite(value);
      Path2D path = new Path2D.Double();
      double x = 0;
      double last = there ? PLOT * (1 - share(value)) : lost;
      for (int a = 0; a <= axes.size(); a++) {
        double next = a < axes.size() ? y[i][a] : last;
        if (a == 0) {
          path.moveTo(0, next);
        } else {
          double middle = x + step / 2;
          path.curveTo(middle, y[i][a - 1], middle, next, x + step, next);
          x += step;
        }
      }
      g.setStroke(there ? THIN : Style.DASHED);
      g.setColor(
          there
              ? SeriesLook.pale(colour(value), worstFirst.size() > 60 ? 150 : 215)
              : SeriesLook.pale(Style.NOTICE_PAPER, 150));
      g.draw(path);
    }
  }

  /** Where each line crosses an axis: those that share one of its values beside each other. */
  private void place(List<ParallelCoordinates.Line> lines, int axis, double[][] y) {
    Map<String, List<Integer>> byValue = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      byValue.computeIfAbsent(lines.get(i).values().get(axis), v -> new ArrayList<>()).add(i);
    }
    byValue.forEach(
        (value, sharing) -> {
          double middle = PLOT * (1 - axes.get(axis).share(value));
          double apart = Math.min(APART, TOGETHER / sharing.size());
          IntStream.range(0, sharing.size())
              .forEach(
                  k -> {
                    double rank = data.goal() == Goal.MAX ? sharing.size() - 1 - k : k;
                    y[sharing.get(k)][axis] = middle + apart * (rank - (sharing.size() - 1) / 2.0);
                  });
        });
  }

  private double goodness(double value) {
    return !Double.isFinite(value)
        ? Double.NEGATIVE_INFINITY
        : data.goal() == Goal.MAX ? value : -value;
  }

  private double share(double value) {
    Scale scale = response.scale();
    double low = scale.at(response.range().getLowerBound());
    double high = scale.at(response.range().getUpperBound());
    return (scale.at(value) - low) / (high - low);
  }

  private Color colour(double value) {
    return Ramp.at(data.goal() == Goal.MAX ? 1 - share(value) : share(value));
  }

  private static void paintAxis(
      Graphics2D g, ParallelAxis axis, double x, double top, double step) {
    g.setStroke(Style.HAIRLINE);
    g.setColor(Style.MUTED);
    g.draw(new Line2D.Double(x, 0, x, PLOT));
    title(g, axis.param(), axis.suffix(), x, top, step);
    g.setFont(Style.TICK);
    for (ParallelAxis.Tick tick : axis.ticks((int) (PLOT / PITCH))) {
      double y = PLOT * (1 - tick.share());
      g.setColor(Style.MUTED);
      g.draw(new Line2D.Double(x - 4, y, x + 4, y));
      label(g, tick.label(), x, y, x == 0 ? SIDE - 14 : 0.5 * step);
    }
  }

  /** Left of the axis, on paper, so that no line crosses it. */
  private static void label(Graphics2D g, String label, double x, double y, double room) {
    String shown = Text.ellipsized(label, Style.TICK, Math.min(SIDE - 14, room));
    double width = Text.width(shown, Style.TICK);
    g.setColor(new Color(255, 255, 255, 215));
    g.fill(new Rectangle2D.Double(x - 10 - width, y - 8, width + 4, 16));
    g.setColor(Style.INK);
    g.drawString(shown, (float) (x - 8 - width), (float) (y + 4));
  }

  /** The last word of a key says the most: it stands below, and whole if that is possible. */
  private static void title(
      Graphics2D g, String key, String suffix, double x, double top, double step) {
    double room = Math.min(2 * SIDE - 12, step - 10);
    int dot = key.lastIndexOf('.');
    String before = dot < 0 ? "" : key.substring(0, dot + 1);
    String last = key.substring(dot + 1) + suffix;
    g.setFont(Style.SMALL);
    g.setColor(Style.MUTED);
    centred(g, Text.ellipsized(before, Style.SMALL, room), Style.SMALL, x, top - 30);
    g.setFont(Style.LOUD);
    g.setColor(Style.INK);
    centred(g, Text.ellipsized(last, Style.LOUD, room), Style.LOUD, x, top - 14);
  }

  private static void centred(Graphics2D g, String text, java.awt.Font font, double x, double y) {
    g.drawString(text, (float) (x - Text.width(text, font) / 2), (float) y);
  }

  private void paintResponse(Graphics2D g, double x, double top) {
    int pieces = 40;
    double piece = PLOT / pieces;
    for (int i = 0; i < pieces; i++) {
      double from = (double) i / pieces;
      double to = (i + 1.0) / pieces;
      boolean up = data.goal() == Goal.MAX;
      double y = PLOT * (1 - to);
      g.setPaint(
          new GradientPaint(
              0,
              (float) y,
              Ramp.at(up ? 1 - to : to),
              0,
              (float) (y + piece),
              Ramp.at(up ? 1 - from : from)));
      g.fill(new Rectangle2D.Double(x, y, BAR, piece + 0.5));
    }
    title(g, data.response(), response.share() ? " (%)" : "", x, top, 2 * RESPONSE_SIDE);
    g.setFont(Style.TICK);
    g.setColor(Style.INK);
    for (double tick :
        response
            .scale()
            .ticks(
                response.range().getLowerBound(),
                response.range().getUpperBound(),
                (int) (PLOT / PITCH))) {
      double y = PLOT * (1 - share(tick));
      g.drawString(response.tick(tick), (float) (x + BAR + 8), (float) (y + 4));
    }
  }
}
