package dev.epochal.registry;

import dev.epochal.core.problem.EpochalException;

/** Thrown when the registry's file is not a database, or a damaged one. */
final class BrokenDatabaseException extends EpochalException {
  private static final long serialVersionUID = 1L;

  BrokenDatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
