package dev.epochal.figures;

import java.awt.Color;
import java.util.List;

/**
 * Colours for an order, from dark to light: viridis without its yellow, which white paper swallows.
 * They differ in lightness, so that no colour blindness and no grey printer mixes them up.
 */
final class Ramp {
  private static final List<Color> STOPS =
      List.of(
          new Color(0x440154),
          new Color(0x46327E),
          new Color(0x365C8D),
          new Color(0x277F8E),
          new Color(0x1FA187),
          new Color(0x4AC16D),
          new Color(0x9FDA3A));

  private Ramp() {}

  /**
   * The colour at a place.
   *
   * @param share from 0, the darkest, to 1; NaN for 1
   */
  static Color at(double share) {
    double inside = Double.isNaN(share) ? 1 : Math.max(0, Math.min(1, share));
    double place = inside * (STOPS.size() - 1);
    int below = Math.min(STOPS.size() - 2, (int) place);
    double part = place - below;
    Color from = STOPS.get(below);
    Color to = STOPS.get(below + 1);
    return new Color(
        mixed(from.getRed(), to.getRed(), part),
        mixed(from.getGreen(), to.getGreen(), part),
        mixed(from.getBlue(), to.getBlue(), part));
  }

  private static int mixed(int from, int to, double part) {
    return (int) Math.round(from + part * (to - from));
  }
}
