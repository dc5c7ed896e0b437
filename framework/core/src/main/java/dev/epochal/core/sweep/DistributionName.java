package dev.epochal.core.sweep;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Distributions by the names that Weights and Biases gives them. */
public enum DistributionName {
  CONSTANT,
  CATEGORICAL,
  INT_UNIFORM,
  UNIFORM,
  Q_UNIFORM,
  LOG_UNIFORM,
  LOG_UNIFORM_VALUES,
  Q_LOG_UNIFORM,
  Q_LOG_UNIFORM_VALUES,
  INV_LOG_UNIFORM,
  INV_LOG_UNIFORM_VALUES,
  NORMAL,
  Q_NORMAL,
  LOG_NORMAL,
  Q_LOG_NORMAL;

  /** As it is written in a spec. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether values are multiples of {@code q}. */
  public boolean isQuantized() {
    return name().startsWith("Q_");
  }
}
