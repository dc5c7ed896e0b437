package dev.epochal.core.plan;

/**
 * How weights start, by DL4J's names. {@code in} and {@code out} are the values that reach a unit
 * and that it reaches (fan-in and fan-out; of a convolution: channels × window), U(±a) is uniform,
 * N(s) normal with mean 0 and standard deviation s. The formulas are DL4J's, whatever a name says.
 */
public enum WeightInit {
  /** U(±1/√in): PyTorch's default for convolutions and linear layers. */
  UNIFORM,
  /** Ones on the diagonal, else zeros: as many outputs as inputs, and windows of odd size. */
  IDENTITY,
  /** N(√(1/in)). */
  LECUN_NORMAL,
  /** U(±3/√in): √3 wider than LeCun's own. */
  LECUN_UNIFORM,
  /** N(√(1/in)), the same as lecunNormal. */
  NORMAL,
  /** All ones. */
  ONES,
  /** N(√(2/in)): He et al., 2015. */
  RELU,
  /** U(±√(6/in)): He et al., 2015. */
  RELU_UNIFORM,
  /** U(±4·√(6/(in + out))): Glorot and Bengio, 2010, for sigmoids. */
  SIGMOID_UNIFORM,
  /** N(√(2/(in + out))), redrawn beyond two standard deviations. */
  VAR_SCALING_NORMAL_FAN_AVG,
  /** N(√(1/in)), redrawn beyond two standard deviations. */
  VAR_SCALING_NORMAL_FAN_IN,
  /** N(√(1/out)), redrawn beyond two standard deviations. */
  VAR_SCALING_NORMAL_FAN_OUT,
  /** U(±3/√((in + out)/2)): √3 wider than its name says. */
  VAR_SCALING_UNIFORM_FAN_AVG,
  /** U(±3/√in): √3 wider than its name says. */
  VAR_SCALING_UNIFORM_FAN_IN,
  /** U(±3/√out): √3 wider than its name says. */
  VAR_SCALING_UNIFORM_FAN_OUT,
  /** N(√(2/(in + out))): Glorot and Bengio, 2010. */
  XAVIER,
  /** N(√(1/in)), the same as lecunNormal. */
  XAVIER_FAN_IN,
  /** N(1/√(a + b)), with a and b the first two sizes of the weights. */
  XAVIER_LEGACY,
  /** U(±√(6/(in + out))): Glorot and Bengio, 2010. */
  XAVIER_UNIFORM,
  /** All zeros. */
  ZERO
}
