package dev.epochal.engine.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/** All parameters of a network at one moment, in DL4J's order. */
public final class ParameterSnapshot {
  private final INDArray values;

  private ParameterSnapshot(INDArray values) {
    this.values = values;
  }

  static ParameterSnapshot of(INDArray parameters) {
    return new ParameterSnapshot(parameters.dup());
  }

  /** Takes the network's present parameters instead, into the same memory. */
  public void retake(Network network) {
    values.assign(network.dl4j().params());
  }

  /** Gives these parameters back to the network. */
  public void restore(Network network) {
    network.dl4j().params().assign(values);
  }

  INDArray values() {
    return values;
  }
}
