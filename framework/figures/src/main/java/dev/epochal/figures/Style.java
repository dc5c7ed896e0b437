package dev.epochal.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;

/**
 * The look of every figure: colours, fonts, strokes and distances, in points. Series colours are
 * from Okabe and Ito's palette, which people with any common colour blindness can tell apart.
 */
final class Style {
  /** Pixels per point. */
  static final int DENSITY = 2;

  static final Color PAPER = Color.WHITE;
  static final Color INK = new Color(0x1F2933);
  static final Color MUTED = new Color(0x5B6673);
  static final Color FAINT = new Color(0x8A94A0);
  static final Color GRID = new Color(0xE6E9ED);

  /** What is there to be compared with. */
  static final Color REST = new Color(0xC3C9D1);

  static final Color ABSENT = new Color(0xF1F2F4);

  static final Color BLUE = new Color(0x0072B2);
  static final Color VERMILLION = new Color(0xD55E00);
  static final Color GREEN = new Color(0x009E73);

  /** Single batches behind the mean of their epoch. */
  static final Color BATCHES = new Color(0xA9CCE3);

  static final Color NOTICE_PAPER = new Color(0xB42318);
  static final Color REMARK_PAPER = new Color(0xFFF6E0);
  static final Color REMARK_EDGE = new Color(0xE69F00);

  // The logical font: the JDK completes it with whatever scripts and emoji the machine has.
  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 24);
  static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 15);
  static final Font LOUD = new Font(Font.SANS_SERIF, Font.BOLD, 14);
  static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

  static final BasicStroke LINE =
      new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  static final BasicStroke HAIRLINE = new BasicStroke(1f);
  static final BasicStroke DASHED = dashed(6f, 4f);
  static final BasicStroke DOTTED = dashed(2f, 3f);

  static final int MARGIN = 40;
  static final int GAP = 20;

  /** Width of a marker on a line. */
  static final double MARKER = 7;

  private Style() {}

  private static BasicStroke dashed(float on, float off) {
    return new BasicStroke(
        1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {on, off}, 0f);
  }
}
