package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The training loop.
 *
 * @param batchSize images per update; at most the used training split
 * @param shuffle whether the order of the images changes from epoch to epoch
 * @param gradientClipping null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingPlan(
    int batchSize,
    boolean shuffle,
    int epochs,
    UpdaterPlan updater,
    @Nullable GradientClipping gradientClipping,
    OnNonFinite onNonFinite) {
  /** Without clipping. */
  public TrainingPlan(
      int batchSize, boolean shuffle, int epochs, UpdaterPlan updater, OnNonFinite onNonFinite) {
    this(batchSize, shuffle, epochs, updater, null, onNonFinite);
  }
}
