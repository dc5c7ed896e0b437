package dev.epochal.engine.train;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.OnNonFinite;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.EpochResult;
import dev.epochal.core.stats.Predictions;
import dev.epochal.engine.dataset.Permutation;
import dev.epochal.engine.dataset.PreparedData;
import dev.epochal.engine.evaluate.Evaluator;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.ParameterSnapshot;
import dev.epochal.engine.train.TrainingOutcome.End;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The training loop.
 *
 * <p>Every draw of chance is a function of a seed and a count: the order of an epoch of {@code
 * (shuffle seed, epoch)}, the dropout of an update of {@code (dropout seed, update)}. So a run can
 * go on from any update with no generator's state kept, and nothing else that draws numbers on this
 * thread changes it.
 */
public final class Trainer {
  private final RunPlan plan;
  private final Network network;
  private final PreparedData.Batches batches;
  private final Evaluator validation;
  private final TrainingObserver observer;
  private final BatchAccuracy accuracy = new BatchAccuracy();
  private long update;

  public Trainer(RunPlan plan, PreparedData data, Network network, TrainingObserver observer) {
    this.plan = plan;
    this.network = network;
    this.batches = data.batches(Split.TRAIN, plan.training().batchSize());
    this.validation = new Evaluator(data, Split.VALIDATION);
    this.observer = observer;
  }

  /** Trains to the last epoch, or to a reason to stop. The generator of this thread is reseeded. */
  public TrainingOutcome train() {
    MultiLayerNetwork net = network.dl4j();
    net.setListeners(accuracy);
    observer.started(network.parametersSha256());
    ParameterSnapshot best = network.snapshot();
    double bestLoss = Double.POSITIVE_INFINITY;
    int bestEpoch = 0;
    for (int epoch = 1; epoch <= plan.training().epochs(); epoch++) {
      Passes passes = passes(net, epoch);
      if (passes.stopped()) {
        return new TrainingOutcome(epoch - 1, End.STOPPED, bestEpoch, best);
      }
      EpochResult result = result(epoch, passes);
      observer.epochEnded(result);
      if (result.validationLoss() < bestLoss) {
        bestLoss = result.validationLoss();
        bestEpoch = epoch;
        best.retake(network);
      }
      boolean finite =
          Double.isFinite(result.trainLoss()) && Double.isFinite(result.validationLoss());
      if (!finite && plan.training().onNonFinite() == OnNonFinite.STOP) {
        return new TrainingOutcome(epoch, End.NON_FINITE, bestEpoch, best);
      }
    }
    return new TrainingOutcome(plan.training().epochs(), End.COMPLETED, bestEpoch, best);
  }

  /** The sums over an epoch's training passes. */
  private record Passes(
      boolean stopped, double lossSum, long right, double trainSeconds, double dataSeconds) {}

  private Passes passes(MultiLayerNetwork net, int epoch) {
    // Schedules read it; fit() of single batches does not count epochs.
    net.setEpochCount(epoch - 1);
    double lossSum = 0;
    long right = 0;
    long trainNanos = 0;
    long began = System.nanoTime();
    MultiDataSetIterator epochBatches =
        plan.training().shuffle()
            ? batches.inOrder(Permutation.of(batches.n(), Seeds.at(plan.seeds().shuffle(), epoch)))
            : batches.inOrder();
    while (epochBatches.hasNext()) {
      MultiDataSet batch = epochBatches.next();
      int images = (int) batch.getFeatures(0).size(0);
      long start = System.nanoTime();
      Nd4j.getRandom().setSeed(Seeds.at(plan.seeds().dropout(), ++update));
      net.fit(batch.getFeatures(0), batch.getLabels(0));
      double loss = net.score() - accuracy.penalty();
      trainNanos += System.nanoTime() - start;
      lossSum += loss * images;
      right += accuracy.right();
      observer.updated(update, images, loss);
      if (observer.stopRequested()) {
        return new Passes(true, lossSum, right, 0, 0);
      }
    }
    long all = System.nanoTime() - began;
    return new Passes(false, lossSum, right, trainNanos / 1e9, (all - trainNanos) / 1e9);
  }

  private EpochResult result(int epoch, Passes passes) {
    long start = System.nanoTime();
    Predictions predictions = validation.predict(network);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new EpochResult(
        epoch,
        passes.lossSum() / batches.n(),
        (double) passes.right() / batches.n(),
        predictions.loss(),
        predictions.accuracy(),
        network.learningRate(update, epoch),
        passes.trainSeconds(),
        passes.dataSeconds(),
        seconds,
        network.parametersSha256());
  }
}
