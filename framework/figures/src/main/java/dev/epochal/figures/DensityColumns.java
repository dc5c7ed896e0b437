package dev.epochal.figures;

import dev.epochal.core.figure.ParameterHistograms;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Histograms of one parameter array over the epochs: each recorded epoch is a column, the darker
 * the more parameters have a value; a line runs through the means.
 */
record DensityColumns(List<ParameterHistograms.State> states) implements Painter {
  private static final double LEFT = 66;
  private static final double BELOW = 40;
  private static final double ABOVE = 6;
  private static final int TICKS = 5;

  @Override
  public void paint(Graphics2D g, double width, double height) {
    double plot = width - LEFT - 12;
    double tall = height - BELOW - ABOVE;
    double low =
        states.stream()
            .mapToDouble(ParameterHistograms.State::min)
            .filter(Double::isFinite)
            .min()
            .orElse(0);
    double high =
        states.stream()
            .mapToDouble(ParameterHistograms.State::max)
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    if (!(high > low)) {
      low -= 0.5;
      high += 0.5;
    }
    Graphics2D own = (Graphics2D) g.create();
    own.translate(LEFT, ABOVE);
    own.setColor(Style.ABSENT);
    own.fill(new Rectangle2D.Double(0, 0, plot, tall));
    columns(own, plot, tall, low, high);
    axes(own, plot, tall, low, high);
    own.dispose();
  }

  private void columns(Graphics2D g, double width, double height, double low, double high) {
    double scale = height / (high - low);
    double column = width / Math.max(1, states.size());
    Path2D means = new Path2D.Double();
    boolean drawing = false;
    for (int i = 0; i < states.size(); i++) {
      ParameterHistograms.State state = states.get(i);
      double most =
          Math.log1p((double) state.counts().stream().mapToLong(Long::longValue).max().orElse(1));
      double bin = (state.max() - state.min()) / Math.max(1, state.counts().size());
      for (int b = 0; b < state.counts().size(); b++) {
        long count = state.counts().get(b);
        if (count > 0) {
          double top = height - (state.min() + (b + 1) * bin - low) * scale;
          g.setColor(ShareColours.of(0.12 + 0.88 * Math.log1p((double) count) / most));
          g.fill(new Rectangle2D.Double(i * column, top, column + 0.4, Math.max(1, bin * scale)));
        }
      }
      if (Double.isFinite(state.mean())) {
        double x = (i + 0.5) * column;
        double y = height - (state.mean() - low) * scale;
        if (drawing) {
          means.lineTo(x, y);
        } else {
          means.moveTo(x, y);
        }
        drawing = true;
      } else {
        drawing = false;
      }
    }
    g.setColor(Style.VERMILLION);
    g.setStroke(Style.LINE);
    g.draw(means);
  }

  private void axes(Graphics2D g, double width, double height, double low, double high) {
    g.setFont(Style.TICK);
    g.setStroke(Style.HAIRLINE);
    for (double tick : LinearScale.ANY.ticks(low, high, TICKS)) {
      double y = height - (tick - low) / (high - low) * height;
      String text = Numbers.tick(tick);
      g.setColor(Style.FAINT);
      g.draw(new Line2D.Double(-4, y, 0, y));
      g.setColor(Style.MUTED);
      g.drawString(text, (float) (-8 - Text.width(text, Style.TICK)), (float) (y + 4));
    }
    double column = width / Math.max(1, states.size());
    double widest = 12 + Text.width(lastEpoch(), Style.TICK);
    int every = (int) Math.max(1, Math.ceil(widest / column));
    g.setColor(Style.MUTED);
    for (int i = 0; i < states.size(); i += every) {
      String text = Numbers.count(states.get(i).epoch());
      double x = (i + 0.5) * column - Text.width(text, Style.TICK) / 2;
      g.drawString(text, (float) x, (float) (height + 16));
    }
    g.setFont(Style.TEXT);
    g.setColor(Style.INK);
    double x = (width - Text.width("Epoch", Style.TEXT)) / 2;
    g.drawString("Epoch", (float) x, (float) (height + BELOW - 6));
    Graphics2D upright = (Graphics2D) g.create();
    upright.rotate(-Math.PI / 2);
    double along = -(height + Text.width("Value", Style.TEXT)) / 2;
    upright.drawString("Value", (float) along, (float) (-LEFT + Text.ascent(Style.TEXT)));
    upright.dispose();
  }

  private String lastEpoch() {
    return states.isEmpty() ? "" : Numbers.count(states.get(states.size() - 1).epoch());
  }
}
