package dev.epochal.engine.train;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.CheckpointPlan;
import dev.epochal.core.plan.DataPlan;
import dev.epochal.core.plan.DatasetName;
import dev.epochal.core.plan.EvaluationPlan;
import dev.epochal.core.plan.ModelChoice;
import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.Normalization;
import dev.epochal.core.plan.OnNonFinite;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.TrainingPlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.core.run.EpochResult;
import dev.epochal.engine.dataset.PreparedData;
import dev.epochal.engine.dataset.TinyData;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.TinyNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A run of the tiny network on 110 images in batches of 32, which leaves a last batch of 14, with
 * what an observer heard of it.
 */
final class TinyRun implements TrainingObserver {
  static final UpdaterPlan MOMENTUM = new UpdaterPlan.Sgd(0.05, 0.9);

  final List<String> hashes = new ArrayList<>();
  final List<EpochResult> epochs = new ArrayList<>();
  final List<Double> losses = new ArrayList<>();

  /** At first, and after each update. */
  final List<INDArray> parameters = new ArrayList<>();

  final List<Integer> batchSizes = new ArrayList<>();
  final SortedMap<Integer, TrainingState> states = new TreeMap<>();
  final PreparedData data;
  final Network network;
  final TrainingOutcome outcome;
  private final long stopAfter;

  private TinyRun(RunPlan plan, long stopAfter, @Nullable TrainingState from) {
    this(plan, stopAfter, from, null);
  }

  private TinyRun(
      RunPlan plan, long stopAfter, @Nullable TrainingState from, @Nullable UiRecorder ui) {
    this.stopAfter = stopAfter;
    data = TinyData.digits(plan.data().split(), plan.seeds().split());
    network =
        Network.create(
            plan.network(),
            plan.training().updater(),
            plan.training().gradientClipping(),
            plan.seeds());
    outcome =
        new Trainer(
                plan, data, network, from == null ? TrainingState.start(network) : from, this, ui)
            .train();
  }

  static TinyRun of(RunPlan plan) {
    return new TinyRun(plan, Long.MAX_VALUE, null);
  }

  static TinyRun stoppedAfter(long updates, RunPlan plan) {
    return new TinyRun(plan, updates, null);
  }

  static TinyRun from(TrainingState state, RunPlan plan) {
    return new TinyRun(plan, Long.MAX_VALUE, state);
  }

  static TinyRun recorded(RunPlan plan, UiRecorder ui) {
    return new TinyRun(plan, Long.MAX_VALUE, null, ui);
  }

  static TinyRun recorded(TrainingState from, RunPlan plan, UiRecorder ui) {
    return new TinyRun(plan, Long.MAX_VALUE, from, ui);
  }

  static RunPlan plan(SeedPlan seeds) {
    return plan(seeds, TinyNetwork.PLAN, MOMENTUM, true);
  }

  static RunPlan plan(SeedPlan seeds, NetworkPlan network, UpdaterPlan updater, boolean shuffle) {
    return plan(seeds, network, training(32, shuffle, 3, updater, OnNonFinite.STOP));
  }

  /** Without early stopping and without checkpoints on the way. */
  static TrainingPlan training(
      int batchSize, boolean shuffle, int epochs, UpdaterPlan updater, OnNonFinite onNonFinite) {
    return new TrainingPlan(
        batchSize,
        shuffle,
        epochs,
        updater,
        null,
        onNonFinite,
        null,
        new CheckpointPlan(100, 1),
        null);
  }

  static RunPlan plan(SeedPlan seeds, NetworkPlan network, TrainingPlan training) {
    return new RunPlan(
        "tiny",
        null,
        null,
        seeds,
        new DataPlan(
            DatasetName.DIGITS,
            DatasetName.DIGITS.known().orElseThrow(),
            null,
            null,
            1729,
            TinyData.sizes(110, 40, 20),
            new Normalization.Unit()),
        network,
        training,
        new EvaluationPlan(
            ModelChoice.FINAL,
            List.of(),
            new EvaluationPlan.Examples(Split.TRAIN, 0, 3, 3, 10),
            new EvaluationPlan.Outcomes("0", Split.TRAIN, 10),
            null),
        new TreeMap<>());
  }

  /** Everything but durations: what must be equal between equal runs. */
  List<String> numbers() {
    return Stream.concat(
            losses.stream().map(String::valueOf),
            epochs.stream()
                .map(
                    e ->
                        e.epoch()
                            + " "
                            + e.trainLoss()
                            + " "
                            + e.trainAccuracy()
                            + " "
                            + e.validationLoss()
                            + " "
                            + e.validationAccuracy()
                            + " "
                            + e.parametersSha256()))
        .toList();
  }

  @Override
  public void updated(long update, int images, double loss) {
    losses.add(loss);
    parameters.add(network.dl4j().params().dup());
    batchSizes.add(images);
  }

  @Override
  public void started(String parametersSha256) {
    hashes.add(parametersSha256);
    parameters.add(network.dl4j().params().dup());
  }

  @Override
  public void epochEnded(EpochResult epoch) {
    hashes.add(epoch.parametersSha256());
    epochs.add(epoch);
  }

  @Override
  public void resumable(int epoch, BestModel best, Supplier<TrainingState> state) {
    states.put(epoch, state.get());
  }

  @Override
  public boolean stopRequested() {
    return losses.size() >= stopAfter;
  }
}
