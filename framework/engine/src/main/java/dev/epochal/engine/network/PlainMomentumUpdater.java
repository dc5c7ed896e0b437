package dev.epochal.engine.network;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;

/** {@link PlainMomentum}'s state, the velocity, and its arithmetic. */
final class PlainMomentumUpdater implements GradientUpdater<PlainMomentum> {
  private static final String VELOCITY = "V";

  private final PlainMomentum config;
  private @Nullable INDArray velocity;

  PlainMomentumUpdater(PlainMomentum config) {
    this.config = config;
  }

  @Override
  public PlainMomentum getConfig() {
    return config;
  }

  @Override
  public void setState(Map<String, INDArray> stateMap, boolean initialize) {
    velocity = stateMap.get(VELOCITY);
  }

  @Override
  public Map<String, INDArray> getState() {
    return Map.of(VELOCITY, requireVelocity());
  }

  @Override
  public void setStateViewArray(
      INDArray viewArray, long[] gradientShape, char gradientOrder, boolean initialize) {
    if (initialize) {
      viewArray.assign(0);
    }
    velocity = viewArray;
  }

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    INDArray v = requireVelocity().reshape(gradient.shape());
    v.muli(config.momentum()).addi(gradient);
    gradient.assign(v).muli(config.getLearningRate(iteration, epoch));
  }

  private INDArray requireVelocity() {
    if (velocity == null) {
      throw new IllegalStateException("the updater's state was never set");
    }
    return velocity;
  }
}
