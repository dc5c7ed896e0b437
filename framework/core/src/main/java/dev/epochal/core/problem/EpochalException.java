package dev.epochal.core.problem;

import org.jspecify.annotations.Nullable;

/**
 * The base of every exception of ours: something that a user can understand and act on, said in one
 * sentence. Thrown as it is when the work itself failed (exit code 1).
 */
public class EpochalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EpochalException(String message) {
    super(message);
  }

  public EpochalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
