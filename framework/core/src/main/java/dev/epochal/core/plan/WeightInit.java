package dev.epochal.core.plan;

/** How weights start, by DL4J's names. */
public enum WeightInit {
  /** U(±1/√fan_in): PyTorch's default for convolutions and linear layers. */
  UNIFORM,
  LECUN_NORMAL,
  NORMAL,
  RELU,
  RELU_UNIFORM,
  SIGMOID_UNIFORM,
  XAVIER,
  XAVIER_UNIFORM
}
