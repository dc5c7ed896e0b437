package dev.epochal.figures;

import java.awt.Color;

/**
 * Colours for a share from 0 to 1: one hue from pale to dark (ColorBrewer's Blues), so that darker
 * is more for every kind of colour vision and in grey print.
 */
final class ShareColours {
  private static final int[] STOPS = {
    0xF7FBFF, 0xDEEBF7, 0xC6DBEF, 0x9ECAE1, 0x6BAED6, 0x4292C6, 0x2171B5, 0x08519C, 0x08306B
  };

  private ShareColours() {}

  static Color of(double share) {
    double position = Math.max(0, Math.min(1, share)) * (STOPS.length - 1);
    int stop = Math.min(STOPS.length - 2, (int) position);
    return between(STOPS[stop], STOPS[stop + 1], position - stop);
  }

  /** The colour at a part of the way from one to another. */
  static Color between(int one, int other, double part) {
    Color from = new Color(one);
    Color to = new Color(other);
    return new Color(
        mixed(from.getRed(), to.getRed(), part),
        mixed(from.getGreen(), to.getGreen(), part),
        mixed(from.getBlue(), to.getBlue(), part));
  }

  /** What to write in on this colour: black or white, whichever stands out more. */
  static Color inkOn(Color paper) {
    double onBlack = (luminance(paper) + 0.05) / 0.05;
    double onWhite = 1.05 / (luminance(paper) + 0.05);
    return onBlack >= onWhite ? Color.BLACK : Color.WHITE;
  }

  /** WCAG's relative luminance. */
  static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static int mixed(int from, int to, double part) {
    return (int) Math.round(from + (to - from) * part);
  }
}
