package dev.epochal.core.plan;

/** What a layer does to its sums, by DL4J's names. */
public enum Activation {
  CUBE,
  ELU,
  GELU,
  HARDSIGMOID,
  HARDTANH,
  IDENTITY,
  LEAKYRELU,
  RATIONALTANH,
  RECTIFIEDTANH,
  RELU,
  RELU6,
  SELU,
  SIGMOID,
  SOFTMAX,
  SOFTPLUS,
  SOFTSIGN,
  SWISH,
  TANH
}
