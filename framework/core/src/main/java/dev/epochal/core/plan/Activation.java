package dev.epochal.core.plan;

/**
 * What a layer does to its sums, by DL4J's names.
 *
 * <p>DL4J's {@code rrelu} is left out: in 1.0.0-M2.1 its gradient is 1 where it should be the drawn
 * slope, and outside training it is no leaky ReLU (ActivationRReLU).
 */
public enum Activation {
  CUBE,
  ELU,
  GELU,
  HARDSIGMOID,
  HARDTANH,
  IDENTITY,
  LEAKYRELU,
  MISH,
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
  TANH,
  THRESHOLDEDRELU
}
