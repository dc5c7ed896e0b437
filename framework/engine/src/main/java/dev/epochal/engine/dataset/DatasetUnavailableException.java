package dev.epochal.engine.dataset;

import dev.epochal.core.problem.EpochalException;
import org.jspecify.annotations.Nullable;

/** The dataset asked for cannot be had here and now; a fallback, if the plan has one, steps in. */
public final class DatasetUnavailableException extends EpochalException {
  private static final long serialVersionUID = 1L;

  public DatasetUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
