package dev.epochal.figures;

import java.awt.Color;
import java.awt.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How one of several series is told from the others: by colour and by marker. Up to eight have
 * colours that anyone can tell apart; of more, colours only say the order.
 */
record SeriesLook(Color colour, Shape marker) {
  /** Okabe and Ito's, without yellow, which white paper swallows; grey instead. */
  private static final List<Color> COLOURS =
      List.of(
          Style.BLUE,
          Style.VERMILLION,
          Style.GREEN,
          Style.INK,
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9),
          Style.FAINT);

  /** So many are told apart by their colours. */
  static final int MOST = COLOURS.size();

  /** A look for each of {@code n} series, in order. */
  static List<SeriesLook> of(int n) {
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                new SeriesLook(
                    n <= MOST ? COLOURS.get(i) : Ramp.at((double) i / (n - 1)), marker(i)))
        .toList();
  }

  Mark dot() {
    return Mark.dot(colour, marker);
  }

  Mark line() {
    return Mark.series(colour, marker);
  }

  /** The colour, through which what lies below is seen. */
  static Color pale(Color colour, int alpha) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
  }

  /** Four markers: the fifth series has the first one's again, in another colour. */
  private static Shape marker(int series) {
    return switch (series % 4) {
      case 0 -> Line.circle();
      case 1 -> Line.diamond();
      case 2 -> Line.square();
      default -> Line.triangle();
    };
  }
}
