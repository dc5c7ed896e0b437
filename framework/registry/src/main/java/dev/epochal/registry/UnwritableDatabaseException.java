package dev.epochal.registry;

import dev.epochal.core.problem.EpochalException;

/** Thrown when nothing is wrong with the registry's file, but the place takes no writing. */
final class UnwritableDatabaseException extends EpochalException {
  private static final long serialVersionUID = 1L;

  UnwritableDatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
