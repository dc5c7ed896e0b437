package dev.epochal.engine.evaluate;

import dev.epochal.core.data.Split;
import dev.epochal.core.stats.Predictions;
import dev.epochal.engine.dataset.PreparedData;
import dev.epochal.engine.network.Losses;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.SavedModel;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;

/** Asks a model, dropout off, about every image of one split. */
public final class Evaluator {
  /**
   * Images per pass. Fixed, since it decides how sums are rounded: the same model gives the same
   * bits whatever batch size it was trained with.
   */
  private static final int BATCH = 500;

  private final PreparedData data;
  private final int[] rows;
  private final PreparedData.Batches batches;

  public Evaluator(PreparedData data, Split split) {
    this.data = data;
    this.rows = data.splits().of(split);
    this.batches = data.batches(split, BATCH);
  }

  /** The answers of a network as it is now, in the split's order. */
  public Predictions predict(Network network) {
    return predict(network.dl4j());
  }

  /** The answers of a model from a file, in the split's order. */
  public Predictions predict(SavedModel model) {
    return predict(model.dl4j());
  }

  private Predictions predict(MultiLayerNetwork model) {
    int n = rows.length;
    int classes = data.images().classNames().size();
    float[] probabilities = new float[n * classes];
    int done = 0;
    for (MultiDataSetIterator all = batches.inOrder(); all.hasNext(); ) {
      MultiDataSet batch = all.next();
      INDArray output = model.output(batch.getFeatures(0));
      float[] values = output.reshape(output.length()).toFloatVector();
      System.arraycopy(values, 0, probabilities, done, values.length);
      done += values.length;
    }
    int[] labels = new int[n];
    int[] predicted = new int[n];
    ExampleLoss losses = new ExampleLoss(Losses.of(model), probabilities, classes);
    double loss = 0;
    for (int i = 0; i < n; i++) {
      labels[i] = data.images().labels()[rows[i]];
      predicted[i] = argMax(probabilities, i * classes, classes);
      loss += losses.of(i, labels[i]);
    }
    return new Predictions(rows.clone(), labels, predicted, probabilities, classes, loss / n);
  }

  private static int argMax(float[] values, int from, int length) {
    int best = 0;
    for (int i = 1; i < length; i++) {
      if (values[from + i] > values[from + best]) {
        best = i;
      }
    }
    return best;
  }
}
