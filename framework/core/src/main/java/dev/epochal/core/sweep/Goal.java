package dev.epochal.core.sweep;

/** Whether less of a metric is better, or more. */
public enum Goal {
  MINIMIZE,
  MAXIMIZE;

  /** What a metric's name tells: losses, times and gaps are better small, the others large. */
  public static Goal of(String metric) {
    boolean small =
        metric.endsWith("loss")
            || metric.endsWith("seconds")
            || metric.startsWith("time.")
            || metric.startsWith("gap.")
            || metric.startsWith("epochsTo")
            || metric.startsWith("secondsTo");
    return small ? MINIMIZE : MAXIMIZE;
  }

  /** A value of which less is always better. */
  public double asCost(double value) {
    return this == MINIMIZE ? value : -value;
  }
}
