package dev.epochal.core.figure;

import dev.epochal.core.data.Split;
import java.util.List;

/** A split's curves, one for each class. */
public sealed interface CurvePanel permits Roc.Panel, PrecisionRecall.Panel {
  Split split();

  /** Images. */
  int n();

  /** Images with a probability that is NaN: then there are no curves. */
  int notFinite();

  List<ThresholdCurve> curves();
}
