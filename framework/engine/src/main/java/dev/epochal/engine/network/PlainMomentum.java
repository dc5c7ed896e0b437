package dev.epochal.engine.network;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * SGD with plain momentum as PyTorch's {@code SGD(lr, momentum)} does it: v ← momentum·v + g; p ← p
 * − learningRate·v. DL4J itself has Nesterov's kind alone.
 */
public final class PlainMomentum implements IUpdater {
  private static final long serialVersionUID = 1L;

  private final double momentum;
  private double learningRate;
  private @Nullable ISchedule learningRateSchedule;

  public PlainMomentum(
      @JsonProperty("learningRate") double learningRate,
      @JsonProperty("momentum") double momentum,
      @JsonProperty("learningRateSchedule") @Nullable ISchedule learningRateSchedule) {
    this.learningRate = learningRate;
    this.momentum = momentum;
    this.learningRateSchedule = learningRateSchedule;
  }

  double momentum() {
    return momentum;
  }

  @Override
  public long stateSize(long numParams) {
    return numParams;
  }

  @Override
  public GradientUpdater<?> instantiate(INDArray viewArray, boolean initializeViewArray) {
    PlainMomentumUpdater updater = new PlainMomentumUpdater(this);
    INDArray flat = viewArray.reshape(viewArray.length());
    updater.setStateViewArray(flat, flat.shape(), flat.ordering(), initializeViewArray);
    return updater;
  }

  @Override
  public GradientUpdater<?> instantiate(
      Map<String, INDArray> updaterState, boolean initializeStateArrays) {
    PlainMomentumUpdater updater = new PlainMomentumUpdater(this);
    updater.setState(updaterState, initializeStateArrays);
    return updater;
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // of a final class
  public IUpdater clone() {
    return new PlainMomentum(
        learningRate, momentum, learningRateSchedule == null ? null : learningRateSchedule.clone());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlainMomentum that
        && that.learningRate == learningRate
        && that.momentum == momentum
        && Objects.equals(that.learningRateSchedule, learningRateSchedule);
  }

  @Override
  public int hashCode() {
    return Objects.hash(learningRate, momentum, learningRateSchedule);
  }

  @Override
  public double getLearningRate(int iteration, int epoch) {
    return learningRateSchedule == null
        ? learningRate
        : learningRateSchedule.valueAt(iteration, epoch);
  }

  @Override
  public boolean hasLearningRate() {
    return true;
  }

  @Override
  public void setLrAndSchedule(double lr, @Nullable ISchedule lrSchedule) {
    learningRate = lr;
    learningRateSchedule = lrSchedule;
  }
}
