package dev.epochal.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the curve of a class is drawn. Six colours (Okabe and Ito's), solid and dashed, tell twelve
 * classes apart; where there are more, the twelve that do worst have them and the rest is grey.
 *
 * @param named whether the class has a look of its own
 */
record CurveLook(Color colour, BasicStroke stroke, boolean named) {
  private static final List<Color> COLOURS =
      List.of(
          Style.BLUE,
          Style.VERMILLION,
          Style.GREEN,
          new Color(0xE69F00),
          new Color(0x56B4E9),
          new Color(0xCC79A7));
  private static final BasicStroke SOLID =
      new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  private static final BasicStroke BROKEN =
      new BasicStroke(
          1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {7f, 3f}, 0f);
  private static final int LOOKS = 2 * COLOURS.size();

  /** The average of the classes. */
  static final CurveLook MACRO =
      new CurveLook(
          Style.INK, new BasicStroke(2.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND), true);

  private static final CurveLook REST = new CurveLook(Style.REST, Style.HAIRLINE, false);

  /**
   * A look for each class.
   *
   * @param worst for each class the number that is low where it does badly; NaN counts as high
   */
  static List<CurveLook> of(double... worst) {
    int[] order =
        IntStream.range(0, worst.length)
            .boxed()
            .sorted(
                java.util.Comparator.comparingDouble(
                    c -> Double.isNaN(worst[c]) ? Double.POSITIVE_INFINITY : worst[c]))
            .mapToInt(Integer::intValue)
            .toArray();
    CurveLook[] looks = new CurveLook[worst.length];
    java.util.Arrays.fill(looks, REST);
    int[] named = IntStream.of(order).limit(Math.min(LOOKS, worst.length)).sorted().toArray();
    for (int i = 0; i < named.length; i++) {
      boolean broken = i >= COLOURS.size();
      looks[named[i]] =
          new CurveLook(COLOURS.get(i % COLOURS.size()), broken ? BROKEN : SOLID, true);
    }
    return List.of(looks);
  }
}
