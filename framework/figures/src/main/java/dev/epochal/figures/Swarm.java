package dev.epochal.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Where dots of one row stand so that they hide each other as little as the row allows. */
final class Swarm {
  private Swarm() {}

  /**
   * How far each dot is moved off the row's middle.
   *
   * @param at where the dots stand along the row
   * @param size of a dot
   * @param most the farthest that one may be moved
   */
  static double[] of(List<Double> at, double size, double most) {
    double[] moved = new double[at.size()];
    List<Integer> placed = new ArrayList<>();
    List<Integer> order =
        IntStream.range(0, at.size()).boxed().sorted(Comparator.comparingDouble(at::get)).toList();
    double step = 0.5 * size;
    for (int dot : order) {
      double best = 0;
      for (int i = 0; i * step <= 2 * most; i++) {
        double offset = (i % 2 == 0 ? -1 : 1) * ((i + 1) / 2) * step;
        if (Math.abs(offset) <= most && isFree(dot, offset, at, moved, placed, size)) {
          best = offset;
          break;
        }
      }
      moved[dot] = best;
      placed.add(dot);
    }
    return moved;
  }

  private static boolean isFree(
      int dot, double offset, List<Double> at, double[] moved, List<Integer> placed, double size) {
    // In ascending order: once one lies too far behind, all before it do.
    for (int i = placed.size() - 1; i >= 0; i--) {
      int other = placed.get(i);
      double along = at.get(dot) - at.get(other);
      if (along > size) {
        return true;
      }
      if (Math.hypot(along, offset - moved[other]) < size) {
        return false;
      }
    }
    return true;
  }
}
