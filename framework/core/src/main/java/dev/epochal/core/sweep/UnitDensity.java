package dev.epochal.core.sweep;

import java.util.SplittableRandom;

/** A density on the unit interval that was estimated from points. */
sealed interface UnitDensity permits ParzenDensity, CategoryDensity {
  /** A point drawn from it. */
  double draw(SplittableRandom chance);

  /** Its value; above 0 everywhere. */
  double at(double u);
}
