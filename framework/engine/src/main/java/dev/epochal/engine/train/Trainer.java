package dev.epochal.engine.train;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.EarlyStoppingPlan;
import dev.epochal.core.plan.OnNonFinite;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.ValidationMetric;
import dev.epochal.core.run.EpochResult;
import dev.epochal.core.stats.Predictions;
import dev.epochal.engine.dataset.Permutation;
import dev.epochal.engine.dataset.PreparedData;
import dev.epochal.engine.evaluate.Evaluator;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.ParameterSnapshot;
import dev.epochal.engine.train.TrainingOutcome.End;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
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
  private int epochs;
  private long updates;
  private EpochSums sums;
  private BestEpoch best;
  private BestEpoch counted;
  private long nonFinite;
  private ParameterSnapshot bestParameters;
  private final Spent before;
  private final Spent began = Spent.clock();
  private final @Nullable UiRecorder ui;

  /** With nothing recorded for DL4J's training UI. */
  public Trainer(
      RunPlan plan,
      PreparedData data,
      Network network,
      TrainingState from,
      TrainingObserver observer) {
    this(plan, data, network, from, observer, null);
  }

  /**
   * From a state on, which the network is put into.
   *
   * @param from {@link TrainingState#start} for a network as it was created
   * @param ui records for DL4J's training UI; null for nothing
   */
  public Trainer(
      RunPlan plan,
      PreparedData data,
      Network network,
      TrainingState from,
      TrainingObserver observer,
      @Nullable UiRecorder ui) {
    this.ui = ui;
    this.plan = plan;
    this.network = network;
    this.batches = data.batches(Split.TRAIN, plan.training().batchSize());
    this.validation = new Evaluator(data, Split.VALIDATION);
    this.observer = observer;
    Progress progress = from.progress();
    epochs = progress.epochs();
    updates = progress.updates();
    sums = progress.sums();
    best = progress.best();
    counted = progress.counted();
    nonFinite = progress.nonFinite();
    bestParameters = from.bestParameters();
    before = from.spent();
    network.restore(from.parameters(), from.updaterState(), updates);
  }

  /** Trains to the last epoch, or to a reason to stop. The generator of this thread is reseeded. */
  public TrainingOutcome train() {
    network.dl4j().setListeners(accuracy);
    if (ui != null) {
      network.dl4j().addListeners(ui);
      if (updates > 0) {
        ui.resumedAfter(updates);
      }
    }
    if (updates == 0) {
      observer.started(network.parametersSha256());
    }
    End end = end();
    while (end == null) {
      end = epoch();
    }
    // It would keep the network alive, and be asked about evaluations.
    network.dl4j().setListeners(accuracy);
    return new TrainingOutcome(end, progress(), spent(), best(), this::state);
  }

  private Progress progress() {
    return new Progress(epochs, updates, sums, best, counted, nonFinite);
  }

  private Spent spent() {
    return before.plus(Spent.clock().minus(began));
  }

  private BestModel best() {
    return new BestModel(best.epoch(), bestParameters);
  }

  private TrainingState state() {
    return new TrainingState(
        progress(), spent(), network.snapshot(), network.updaterState(), bestParameters);
  }

  /** Whether training is over after the present epoch, and why; null when it is not. */
  private @Nullable End end() {
    EarlyStoppingPlan stopping = plan.training().earlyStopping();
    if (epochs == plan.training().epochs()) {
      return End.COMPLETED;
    }
    return stopping != null && epochs - counted.epoch() >= stopping.patience()
        ? End.NO_BETTER
        : null;
  }

  private @Nullable End epoch() {
    End broken = passes(epochs + 1);
    if (broken != null) {
      return broken;
    }
    EpochResult result = result(epochs + 1);
    epochs++;
    sums = EpochSums.NONE;
    observer.epochEnded(result);
    if (!isFinite(result.validationLoss())) {
      return End.NON_FINITE;
    }
    judge(result);
    observer.resumable(epochs, best(), this::state);
    return end();
  }

  /** Trains what is left of an epoch; says why it did not come to its end, if it did not. */
  private @Nullable End passes(int epoch) {
    // Schedules read it; fit() of single batches does not count epochs.
    network.dl4j().setEpochCount(epoch - 1);
    MultiDataSetIterator rest = batchesOf(epoch);
    for (int done = 0; done < sums.batches(); done++) {
      rest.next();
    }
    while (!observer.stopRequested()) {
      if (!rest.hasNext()) {
        return null;
      }
      if (!isFinite(update(rest))) {
        return End.NON_FINITE;
      }
    }
    return End.STOPPED;
  }

  private MultiDataSetIterator batchesOf(int epoch) {
    return plan.training().shuffle()
        ? batches.inOrder(Permutation.of(batches.n(), Seeds.at(plan.seeds().shuffle(), epoch)))
        : batches.inOrder();
  }

  /** One update; its loss. */
  private double update(MultiDataSetIterator from) {
    MultiLayerNetwork net = network.dl4j();
    long start = System.nanoTime();
    MultiDataSet batch = from.next();
    int images = (int) batch.getFeatures(0).size(0);
    long made = System.nanoTime();
    Nd4j.getRandom().setSeed(Seeds.at(plan.seeds().dropout(), ++updates));
    net.fit(batch.getFeatures(0), batch.getLabels(0));
    double loss = net.score() - accuracy.penalty();
    long trained = System.nanoTime();
    sums = sums.plus(images, loss, accuracy.right(), trained - made, made - start);
    observer.updated(updates, images, loss);
    return loss;
  }

  /** Whether training goes on with such a loss; the first that is no finite number is noted. */
  private boolean isFinite(double loss) {
    if (Double.isFinite(loss)) {
      return true;
    }
    nonFinite = nonFinite == 0 ? updates : nonFinite;
    return plan.training().onNonFinite() == OnNonFinite.CONTINUE;
  }

  /** Compares an epoch with the best one before. */
  private void judge(EpochResult result) {
    ValidationMetric metric = plan.training().selection();
    EarlyStoppingPlan stopping = plan.training().earlyStopping();
    double value = result.value(metric);
    if (metric.isBetter(value, best.value(), 0)) {
      best = new BestEpoch(result.epoch(), value);
      bestParameters = network.snapshot();
    }
    if (metric.isBetter(value, counted.value(), stopping == null ? 0 : stopping.minDelta())) {
      counted = new BestEpoch(result.epoch(), value);
    }
  }

  private EpochResult result(int epoch) {
    long start = System.nanoTime();
    Predictions predictions = validation.predict(network);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new EpochResult(
        epoch,
        sums.loss() / batches.n(),
        (double) sums.right() / batches.n(),
        predictions.loss(),
        predictions.accuracy(),
        network.learningRate(updates, epoch),
        sums.trainNanos() / 1e9,
        sums.dataNanos() / 1e9,
        seconds,
        network.parametersSha256());
  }
}
