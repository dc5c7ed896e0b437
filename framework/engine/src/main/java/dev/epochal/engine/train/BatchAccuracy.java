package dev.epochal.engine.train;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.layers.BaseOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Counts what the training passes themselves predict right, and what of their score is penalty.
 * After the backward pass and before the update, the output layer still has its input of this pass,
 * so that its answer costs one small product and no second pass through the network.
 */
final class BatchAccuracy implements TrainingListener {
  private int right;
  private double penalty;

  /** Right predictions in the last batch. */
  int right() {
    return right;
  }

  /**
   * What l1 and l2 added to the score of the last batch: the loss without it is what validation's
   * is compared with. Nothing is computed where no layer has either.
   */
  double penalty() {
    return penalty;
  }

  @Override
  public void onBackwardPass(Model model) {
    MultiLayerNetwork net = (MultiLayerNetwork) model;
    penalty = net.calcRegularizationScore(true);
    BaseOutputLayer<?> output = (BaseOutputLayer<?>) net.getOutputLayer();
    // No dropout stands on the output layer itself, so "not training" changes nothing in its
    // answer.
    INDArray predicted =
        output.activate(false, LayerWorkspaceMgr.noWorkspacesImmutable()).argMax(1);
    INDArray labels = net.getLabels().argMax(1);
    right =
        predicted
            .eq(labels)
            .castTo(org.nd4j.linalg.api.buffer.DataType.INT32)
            .sumNumber()
            .intValue();
  }

  @Override
  public void iterationDone(Model model, int iteration, int epoch) {}

  @Override
  public void onEpochStart(Model model) {}

  @Override
  public void onEpochEnd(Model model) {}

  @Override
  public void onForwardPass(Model model, List<INDArray> activations) {}

  @Override
  public void onForwardPass(Model model, Map<String, INDArray> activations) {}

  @Override
  public void onGradientCalculation(Model model) {}
}
