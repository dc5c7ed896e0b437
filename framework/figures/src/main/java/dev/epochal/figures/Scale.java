package dev.epochal.figures;

import java.util.List;

/** How an axis maps values to distances. */
sealed interface Scale permits LinearScale, LogScale, SymlogScale {

  /** Where the value stands; linear in distance along the axis. */
  double at(double value);

  /** The value that stands there. */
  double valueAt(double position);

  /** Round values between two others, about as many as asked for. */
  List<Double> ticks(double low, double high, int about);

  /** What the axis label says of the scale; empty when there is nothing to say. */
  String suffix();
}
