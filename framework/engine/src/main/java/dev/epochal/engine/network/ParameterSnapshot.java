package dev.epochal.engine.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Numbers of a network at one moment, in DL4J's order: all its parameters, or all of its updater's
 * state. On the Java heap and never changed, so that any thread may write them to a file.
 */
public final class ParameterSnapshot {
  private final float[] values;

  private ParameterSnapshot(float[] values) {
    this.values = values;
  }

  /** Of numbers that nobody changes any more. */
  public static ParameterSnapshot of(float[] values) {
    return new ParameterSnapshot(values);
  }

  static ParameterSnapshot of(INDArray array) {
    return new ParameterSnapshot(array.reshape(array.length()).toFloatVector());
  }

  /** Gives these parameters back to the network. */
  public void restore(Network network) {
    into(network.dl4j().params());
  }

  void into(INDArray array) {
    array.assign(Nd4j.createFromArray(values).reshape(array.shape()));
  }

  /** How many there are. */
  public int length() {
    return values.length;
  }

  /** The numbers themselves, which must not be changed. */
  public float[] values() {
    return values;
  }
}
