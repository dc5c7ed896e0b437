package dev.epochal.registry.folder;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.Split;
import dev.epochal.core.plan.Activation;
import dev.epochal.core.plan.BiasInit;
import dev.epochal.core.plan.CheckpointPlan;
import dev.epochal.core.plan.DataPlan;
import dev.epochal.core.plan.DatasetName;
import dev.epochal.core.plan.EvaluationPlan;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.Loss;
import dev.epochal.core.plan.ModelChoice;
import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.Normalization;
import dev.epochal.core.plan.OnNonFinite;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.SplitPlan;
import dev.epochal.core.plan.TensorShape;
import dev.epochal.core.plan.TrainingPlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.core.plan.WeightInit;
import dev.epochal.core.plan.Weights;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Small runs to record. */
public final class Fixtures {
  private static final Weights WEIGHTS = new Weights(WeightInit.UNIFORM, 0, 0);

  private Fixtures() {}

  public static RunPlan plan() {
    return new RunPlan(
        "baseline",
        null,
        null,
        new SeedPlan(1, 2, 3, 4, 5),
        new DataPlan(
            DatasetName.DIGITS,
            DatasetName.DIGITS.known().orElseThrow(),
            null,
            null,
            0,
            new SplitPlan(
                new SplitPlan.Fractions(0.8, 0.1, 0.1),
                new SplitPlan.Sizes(48_000, 6_000, 6_000),
                new SplitPlan.Sizes(10, 5, 5),
                false),
            new Normalization.Unit()),
        new NetworkPlan(
            new ImageShape(1, 28, 28),
            WEIGHTS,
            BiasInit.UNIFORM,
            List.of(
                new LayerPlan.Output(
                    "out", 784, 10, Activation.SOFTMAX, Loss.MCXENT, WEIGHTS, TensorShape.of(10)))),
        new TrainingPlan(
            5,
            false,
            2,
            new UpdaterPlan.Sgd(0.01, 0.9),
            null,
            OnNonFinite.STOP,
            null,
            new CheckpointPlan(10, 2),
            null),
        new EvaluationPlan(
            ModelChoice.FINAL,
            List.of(),
            new EvaluationPlan.Examples(Split.TRAIN, 0, 3, 3, 10),
            new EvaluationPlan.Outcomes("0", Split.TRAIN, 10),
            null),
        new TreeMap<>());
  }

  public static RunInputs inputs() {
    return new RunInputs(
        "name: baseline\n",
        plan(),
        Map.of("jdk", "17.0.15", "cpu", Map.of("cores", 2)),
        "diff --git a/x b/x\n");
  }

  /** A run of this process that starts now. */
  public static RunRecord record(String name) {
    return record(RunId.random(), name, Instant.now());
  }

  public static RunRecord record(String id, String name, Instant started) {
    return new RunRecord(
        id,
        name,
        "baseline",
        RunStatus.RUNNING,
        1729,
        plan().sha256(),
        started,
        null,
        null,
        Processes.current(),
        null,
        new TreeMap<>(
            Map.of("training.batchSize", "64", "training.updater.type", "sgd", "seed", "1729")),
        new TreeMap<>(),
        new TreeMap<>(Map.of("course", "intro")),
        List.of(),
        List.of());
  }

  public static DatasetRecord fallback() {
    return new DatasetRecord(
        "mnist",
        "digits",
        "no network",
        "generated",
        new ImageShape(1, 28, 28),
        List.of("0", "1"),
        new TreeMap<>(
            Map.of(
                "train", new DatasetRecord.SplitRecord(10, "a".repeat(64)),
                "test", new DatasetRecord.SplitRecord(5, "b".repeat(64)))),
        0);
  }

  public static JournalEntry.Epoch epoch(int epoch, double loss) {
    return new JournalEntry.Epoch(
        epoch,
        Instant.parse("2026-01-02T03:04:05Z").plusSeconds(epoch),
        new TreeMap<>(Map.of("train.loss", loss, "train.seconds", 0.5)),
        Integer.toHexString(epoch).repeat(64).substring(0, 64));
  }
}
