package dev.epochal.core.planning;

import dev.epochal.core.plan.CheckpointPlan;
import dev.epochal.core.plan.DataPlan;
import dev.epochal.core.plan.EarlyStoppingPlan;
import dev.epochal.core.plan.GradientClipping;
import dev.epochal.core.plan.TrainingPlan;
import dev.epochal.core.plan.TrainingUiPlan;
import dev.epochal.core.plan.Words;
import dev.epochal.core.spec.EarlyStoppingSpec;
import dev.epochal.core.spec.GradientClippingSpec;
import dev.epochal.core.spec.SpecSource;
import dev.epochal.core.spec.TrainingSpec;
import dev.epochal.core.spec.TrainingUiSpec;
import dev.epochal.core.spec.UpdaterSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans the key {@code training}. */
final class TrainingPlanner {
  private static final String CLIPPING = "training.gradientClipping";

  private final SpecSource source;
  private final boolean alone;

  /**
   * @param alone whether the run is no trial of a sweep
   */
  TrainingPlanner(SpecSource source, boolean alone) {
    this.source = source;
    this.alone = alone;
  }

  /**
   * The plan; of use only when no problem was added.
   *
   * @param data empty when the spec does not say enough of them
   */
  TrainingPlan plan(TrainingSpec spec, Optional<DataPlan> data) {
    int batchSize = Defaults.or(spec.batchSize(), Defaults.BATCH_SIZE);
    int epochs = Defaults.or(spec.epochs(), Defaults.EPOCHS);
    int images = data.map(known -> known.split().used().train()).orElse(1);
    // A batch size of less than one has its problem already.
    long updates = epochs * ((images - 1L) / Math.max(batchSize, 1) + 1);
    UpdaterSpec updater = spec.updater();
    return new TrainingPlan(
        batchSize,
        Defaults.or(spec.shuffle(), Defaults.SHUFFLE),
        epochs,
        updater == null
            ? Defaults.UPDATER
            : updater.match(new UpdaterPlanner(new SchedulePlanner(epochs, updates))),
        clipping(spec.gradientClipping()),
        Defaults.or(spec.onNonFinite(), Defaults.ON_NON_FINITE),
        spec.earlyStopping() == null ? null : earlyStopping(spec.earlyStopping()),
        new CheckpointPlan(
            Defaults.or(spec.checkpoint().every(), Defaults.CHECKPOINT.every()),
            Defaults.or(spec.checkpoint().keep(), Defaults.CHECKPOINT.keep())),
        ui(spec.ui(), updates));
  }

  /** A person looks at one run; nobody at each of a thousand trials. */
  private @Nullable TrainingUiPlan ui(@Nullable TrainingUiSpec spec, long updates) {
    if (spec == TrainingUiSpec.Choice.OFF || (spec == null && !alone)) {
      return null;
    }
    Integer every = spec instanceof TrainingUiSpec.Every written ? written.every() : null;
    if (every == null) {
      long usual = Math.max(1, updates / Defaults.UI_REPORTS);
      return new TrainingUiPlan((int) Math.min(usual, Integer.MAX_VALUE));
    }
    // Less than none has its problem already.
    return every <= 0 ? null : new TrainingUiPlan(every);
  }

  private static EarlyStoppingPlan earlyStopping(EarlyStoppingSpec spec) {
    return new EarlyStoppingPlan(
        Defaults.or(spec.metric(), Defaults.EARLY_STOPPING.metric()),
        Defaults.or(spec.patience(), Defaults.EARLY_STOPPING.patience()),
        Defaults.or(spec.minDelta(), Defaults.EARLY_STOPPING.minDelta()));
  }

  private @Nullable GradientClipping clipping(@Nullable GradientClippingSpec spec) {
    if (spec == null || !source.sound(CLIPPING)) {
      return null;
    }
    GradientClipping.Type type = spec.type();
    if (!type.thresholded()) {
      if (spec.threshold() != null) {
        source.problem(
            CLIPPING + ".threshold",
            "has no meaning for the type " + Words.of(type) + ", which has norm 1 as its aim",
            "leave it out");
      }
      return new GradientClipping(type, null);
    }
    return new GradientClipping(type, Defaults.or(spec.threshold(), Defaults.CLIPPING_THRESHOLD));
  }
}
