package dev.epochal.figures;

import dev.epochal.core.answer.Amounts;
import dev.epochal.core.figure.LevelStrips;
import dev.epochal.core.stats.Goal;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of dots for each level over one axis, with the level's name before and its numbers after
 * it; beyond the worse end of the axis stands what has no value.
 *
 * @param looks one for each row
 * @param joined whether runs of one block are joined from row to row
 */
record StripRows(
    LevelStrips data,
    List<LevelStrips.Level> rows,
    List<SeriesLook> looks,
    boolean joined,
    Ruler ruler)
    implements Block {
  private static final double ROW = 58;
  private static final double DOTS = 22;
  private static final double MEAN = 45;
  private static final double DOT = 8;
  private static final double WIDEST_LABEL = 250;
  private static final double NUMBERS = 196;
  private static final double LOST = 110;
  private static final double REFERENCE = 54;
  private static final int MOST_JOINED = 12;
  private static final int MOST_CROSSES = 6;
  private static final BasicStroke BAR =
      new BasicStroke(2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

  static StripRows of(LevelStrips data, List<LevelStrips.Level> rows, List<SeriesLook> looks) {
    List<Double> shown = new ArrayList<>();
    for (LevelStrips.Level row : rows) {
      row.runs().forEach(run -> shown.add(run.value()));
    }
    withIntervals(rows, shown);
    boolean joined =
        data.paired()
            && rows.size() > 1
            && rows.stream().allMatch(row -> row.runs().size() <= MOST_JOINED);
    return new StripRows(data, rows, looks, joined, new Ruler(Measure.of(data.response(), shown)));
  }

  /** Also the ends of intervals, if they leave room for the dots: those of two runs are vast. */
  private static void withIntervals(List<LevelStrips.Level> rows, List<Double> shown) {
    double low = shown.stream().filter(Double::isFinite).mapToDouble(v -> v).min().orElse(0);
    double high = shown.stream().filter(Double::isFinite).mapToDouble(v -> v).max().orElse(0);
    double room = high > low ? 0.5 * (high - low) : Double.POSITIVE_INFINITY;
    for (LevelStrips.Level row : rows) {
      for (double end : List.of(row.low(), row.high())) {
        if (end > low - room && end < high + room && (end > 0 || low <= 0)) {
          shown.add(end);
        }
      }
    }
  }

  boolean hasLost() {
    return rows.stream().anyMatch(row -> row.lacking() > 0);
  }

  @Override
  public double height(double width) {
    return rows.size() * ROW + Ruler.BELOW;
  }

  @Override
  public void paint(Graphics2D g, double width) {
    double label = labelWidth() + 20;
    double lost = hasLost() ? LOST : 0;
    double axis = width - label - NUMBERS - lost;
    boolean lostLeft = data.goal() == Goal.MAX;
    double left = label + (lostLeft ? lost : 0);
    double bottom = rows.size() * ROW;
    if (lost > 0) {
      g.setColor(Style.ABSENT);
      g.fill(new Rectangle2D.Double(lostLeft ? label : left + axis, 0, LOST - 10, bottom));
    }
    Graphics2D plot = (Graphics2D) g.create();
    plot.translate(left, 0);
    ruler.paint(plot, axis, bottom);
    paintReference(plot, axis, bottom);
    plot.clip(new Rectangle2D.Double(-6, 0, axis + 12, bottom));
    paintDots(plot, axis);
    plot.dispose();
    g.setStroke(Style.HAIRLINE);
    for (int i = 0; i < rows.size(); i++) {
      Graphics2D row = (Graphics2D) g.create();
      row.translate(0, i * ROW);
      row.setColor(Style.GRID);
      row.draw(new Line2D.Double(0, ROW, width, ROW));
      paintWords(row, rows.get(i), width - NUMBERS + 14);
      if (rows.get(i).lacking() > 0) {
        paintLost(row, rows.get(i), lostLeft ? label : left + axis);
      }
      row.dispose();
    }
  }

  private double labelWidth() {
    return rows.stream()
        .mapToDouble(row -> Text.width(shown(row.level()), Style.HEADING))
        .max()
        .stream()
        .map(width -> data.reference() == null ? width : Math.max(width, REFERENCE))
        .sum();
  }

  private static String shown(String level) {
    String shown = Text.ellipsized(level, Style.HEADING, WIDEST_LABEL);
    return shown.isEmpty() ? "(no name)" : shown;
  }

  private void paintReference(Graphics2D g, double axis, double bottom) {
    rows.stream()
        .filter(row -> row.level().equals(data.reference()) && Double.isFinite(row.mean()))
        .findFirst()
        .ifPresent(
            row -> {
              double x = ruler.at(row.mean(), axis);
              g.setColor(Style.MUTED);
              g.setStroke(Style.DASHED);
              g.draw(new Line2D.Double(x, 0, x, bottom));
            });
  }

  private void paintDots(Graphics2D g, double axis) {
    List<Map<String, Point2D>> places = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      places.add(places(rows.get(i), i * ROW + DOTS, axis));
    }
    if (joined) {
      g.setColor(Style.REST);
      g.setStroke(Style.HAIRLINE);
      for (int i = 1; i < rows.size(); i++) {
        Map<String, Point2D> before = places.get(i - 1);
        places
            .get(i)
            .forEach(
                (block, place) -> {
                  Point2D other = before.get(block);
                  if (other != null) {
                    g.draw(new Line2D.Double(other, place));
                  }
                });
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      paintMean(g, rows.get(i), i * ROW + MEAN, axis);
      g.setColor(SeriesLook.pale(looks.get(i).colour(), 205));
      for (Point2D place : places.get(i).values()) {
        g.fill(
            AffineTransform.getTranslateInstance(place.getX(), place.getY())
                .createTransformedShape(Line.circle()));
      }
    }
  }

  /** Where the dots of a row stand, by their blocks. */
  private Map<String, Point2D> places(LevelStrips.Level row, double y, double axis) {
    List<LevelStrips.Dot> dots =
        row.runs().stream().filter(run -> Double.isFinite(run.value())).toList();
    List<Double> at = dots.stream().map(dot -> ruler.at(dot.value(), axis)).toList();
    double[] moved = Swarm.of(at, DOT, 15);
    Map<String, Point2D> places = new LinkedHashMap<>();
    for (int k = 0; k < dots.size(); k++) {
      // Runs of one level and block are told apart by their ids.
      String block = dots.get(k).block();
      places.put(
          places.containsKey(block) ? block + " " + dots.get(k).run() : block,
          new Point2D.Double(at.get(k), y + moved[k]));
    }
    return places;
  }

  private void paintMean(Graphics2D g, LevelStrips.Level row, double y, double axis) {
    if (!Double.isFinite(row.mean())) {
      return;
    }
    g.setColor(Style.INK);
    g.setStroke(BAR);
    if (Double.isFinite(row.low()) && Double.isFinite(row.high())) {
      double low = bounded(ruler.at(row.low(), axis), axis);
      double high = bounded(ruler.at(row.high(), axis), axis);
      g.draw(new Line2D.Double(low, y, high, y));
      g.draw(new Line2D.Double(low, y - 4, low, y + 4));
      g.draw(new Line2D.Double(high, y - 4, high, y + 4));
    }
    g.fill(
        AffineTransform.getTranslateInstance(ruler.at(row.mean(), axis), y)
            .createTransformedShape(Line.diamond()));
  }

  /** Far outside nothing is drawn; on a log axis an end below zero has no place at all. */
  private static double bounded(double x, double axis) {
    return Double.isNaN(x) ? -axis : Math.max(-axis, Math.min(2 * axis, x));
  }

  private void paintWords(Graphics2D g, LevelStrips.Level row, double numbers) {
    boolean reference = row.level().equals(data.reference());
    g.setFont(Style.HEADING);
    g.setColor(Style.INK);
    g.drawString(shown(row.level()), 0f, reference ? 26f : 34f);
    g.setFont(Style.SMALL);
    g.setColor(Style.MUTED);
    if (reference) {
      g.drawString("reference", 0f, 43f);
    }
    Amounts amounts = Amounts.of(data.response());
    g.setFont(Style.TEXT);
    g.setColor(Style.INK);
    String mean = Double.isFinite(row.mean()) ? "mean " + amounts.value(row.mean()) : "no mean";
    g.drawString(mean, (float) numbers, 26f);
    g.setFont(Style.SMALL);
    g.setColor(Style.MUTED);
    int n = row.runs().size() - row.lacking();
    g.drawString("n = " + Numbers.count(n) + (n == 1 ? ": no interval" : ""), (float) numbers, 43f);
  }

  private static void paintLost(Graphics2D g, LevelStrips.Level row, double x) {
    for (int i = 0; i < Math.min(MOST_CROSSES, row.lacking()); i++) {
      Cross.paint(g, x + 14 + 13 * i, 12, Style.NOTICE_PAPER);
    }
    List<String> why = new ArrayList<>();
    if (row.diverged() > 0) {
      why.add(Numbers.count(row.diverged()) + " diverged");
    }
    if (row.stopped() > 0) {
      why.add(Numbers.count(row.stopped()) + " stopped early");
    }
    if (row.unreached() > 0) {
      why.add(Numbers.count(row.unreached()) + " never reached");
    }
    g.setFont(Style.SMALL);
    g.setColor(Style.NOTICE_PAPER);
    double line = 12.5;
    double y = why.size() == 3 ? 29 : 33;
    for (String words : why) {
      g.drawString(words, (float) (x + 9), (float) y);
      y += line;
    }
  }
}
