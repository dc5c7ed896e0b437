package dev.epochal.core.plan;

/** What becomes of many values. */
public enum Pooling {
  AVG,
  MAX
}
