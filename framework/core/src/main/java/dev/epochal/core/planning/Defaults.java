package dev.epochal.core.planning;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.Activation;
import dev.epochal.core.plan.BiasInit;
import dev.epochal.core.plan.CheckpointPlan;
import dev.epochal.core.plan.EarlyStoppingPlan;
import dev.epochal.core.plan.EvaluationPlan;
import dev.epochal.core.plan.ImagePlace;
import dev.epochal.core.plan.LayerPlan.Size2d;
import dev.epochal.core.plan.Loss;
import dev.epochal.core.plan.ModelChoice;
import dev.epochal.core.plan.Normalization;
import dev.epochal.core.plan.OnNonFinite;
import dev.epochal.core.plan.SchedulePlan.Per;
import dev.epochal.core.plan.SplitPlan.Fractions;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.core.plan.ValidationMetric;
import dev.epochal.core.plan.WeightInit;
import dev.epochal.core.spec.FiguresSpec;
import dev.epochal.core.sweep.EarlyStop;
import org.jspecify.annotations.Nullable;

/** What holds where the spec says nothing: every default stands here, and nowhere else. */
final class Defaults {
  static final long SEED = 1;
  static final long DIGITS_SEED = 0;

  static final Fractions SPLIT = new Fractions(0.8, 0.1, 0.1);
  static final boolean STRATIFY = false;
  static final Normalization NORMALIZE = new Normalization.Unit();

  static final WeightInit WEIGHT_INIT = WeightInit.XAVIER;
  static final BiasInit BIAS_INIT = BiasInit.ZERO;
  static final Activation HIDDEN_ACTIVATION = Activation.RELU;
  static final Loss LOSS = Loss.MCXENT;
  static final Size2d STRIDE = new Size2d(1, 1);
  static final double L1 = 0;
  static final double L2 = 0;

  /** DL4J's own, for batch normalization: PyTorch's momentum of 0.1 is the same decay. */
  static final double BATCH_DECAY = 0.9;

  static final double BATCH_EPSILON = 1e-5;

  /** Pooling steps by its kernel unless a stride is given. */
  static final Size2d POOL_KERNEL = new Size2d(2, 2);

  static final int BATCH_SIZE = 64;
  static final boolean SHUFFLE = true;
  static final int EPOCHS = 10;
  static final OnNonFinite ON_NON_FINITE = OnNonFinite.STOP;

  /** Of a spec that asks for it and says no more. */
  static final EarlyStoppingPlan EARLY_STOPPING =
      new EarlyStoppingPlan(ValidationMetric.LOSS, 10, 0);

  static final CheckpointPlan CHECKPOINT = new CheckpointPlan(10, 2);

  /** Reports for the training UI that a whole training makes. */
  static final int UI_REPORTS = 100;

  static final UpdaterPlan.Sgd SGD = new UpdaterPlan.Sgd(0.01, 0.9);

  /** As Kingma and Ba suggest. */
  static final UpdaterPlan.Adam ADAM = new UpdaterPlan.Adam(0.001, 0.9, 0.999, 1e-8);

  /** Rate and decay are Hinton's (lecture 6e, slide 29), who has no epsilon: it is DL4J's. */
  static final UpdaterPlan.RmsProp RMS_PROP = new UpdaterPlan.RmsProp(0.001, 0.9, 1e-8);

  /** The paper gives no numbers: these are PyTorch's. */
  static final UpdaterPlan.AdaGrad ADA_GRAD = new UpdaterPlan.AdaGrad(0.01, 1e-10);

  static final Per PER = Per.EPOCH;

  /** DL4J's own. */
  static final double CLIPPING_THRESHOLD = 1;

  static final UpdaterPlan UPDATER = SGD;
  static final ModelChoice MODEL = ModelChoice.FINAL;
  static final ModelChoice MODEL_WITH_EARLY_STOPPING = ModelChoice.BEST;
  static final FiguresSpec FIGURES = FiguresSpec.Choice.ALL;
  static final EvaluationPlan.Examples EXAMPLES =
      new EvaluationPlan.Examples(Split.TRAIN, 0, 3, 3, 10);

  /** The third class; the last where there are fewer. */
  static final int OUTCOMES_CLASS = 2;

  static final Split OUTCOMES_SPLIT = Split.TRAIN;
  static final int OUTCOMES_N = 10;

  /** Of the first convolution; the last image where there are fewer. */
  static final ImagePlace FEATURE_MAPS_IMAGE = new ImagePlace(Split.VALIDATION, 1);

  private Defaults() {}

  /** What was written, or the default. */
  static final long SAMPLER_SEED = 1;

  static final String SWEEP_METRIC = ValidationMetric.LOSS.key();

  /** Of {@code answer}. */
  static final String RESPONSE = ValidationMetric.ACCURACY.key();

  /** A third of the trials goes on at each decision: as Li et al. 2020 suggest. */
  static final EarlyStop.Asha ASHA = new EarlyStop.Asha(1, 3);

  static final EarlyStop.Median MEDIAN = new EarlyStop.Median(1, 3);

  static <T> T or(@Nullable T written, T otherwise) {
    return written == null ? otherwise : written;
  }
}
