package dev.epochal.core.plan;

/** How biases start. */
public enum BiasInit {
  ZERO,
  /** U(±1/√fan_in): PyTorch's default. */
  UNIFORM
}
