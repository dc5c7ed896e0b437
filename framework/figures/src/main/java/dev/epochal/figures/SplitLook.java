package dev.epochal.figures;

import dev.epochal.core.data.Split;
import java.awt.Color;
import java.awt.Shape;

/** The colour and the marker that a split has in every figure. */
final class SplitLook {
  private SplitLook() {}

  static Color colour(Split split) {
    return switch (split) {
      case TRAIN -> Style.BLUE;
      case VALIDATION -> Style.VERMILLION;
      case TEST -> Style.GREEN;
    };
  }

  static Shape marker(Split split) {
    return switch (split) {
      case TRAIN -> Line.circle();
      case VALIDATION -> Line.diamond();
      case TEST -> Line.square();
    };
  }
}
