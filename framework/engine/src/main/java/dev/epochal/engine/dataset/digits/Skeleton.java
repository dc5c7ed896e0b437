package dev.epochal.engine.dataset.digits;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way of writing a digit: the strokes of the pen, in a box about 100 units high.
 *
 * @param weight how common this way is among those of the same digit
 */
record Skeleton(int digit, double weight, List<List<Knot>> strokes) {
  Skeleton {
    strokes = List.copyOf(strokes);
  }

  /** Reads {@code "7 x4: 4,8 60,6! 26,100; 16,52 56,48"}: digit, weight, strokes. */
  static Skeleton parse(String line) {
    String[] parts = line.split(":", 2);
    String[] head = parts[0].split(" x", 2);
    List<List<Knot>> strokes =
        Arrays.stream(parts[1].split(";", -1)).map(Skeleton::parseStroke).toList();
    return new Skeleton(Integer.parseInt(head[0]), Double.parseDouble(head[1]), strokes);
  }

  private static List<Knot> parseStroke(String text) {
    return Stream.of(text.trim().split(" +", -1)).map(Knot::parse).toList();
  }
}
