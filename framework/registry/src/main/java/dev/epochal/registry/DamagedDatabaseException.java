package dev.epochal.registry;

import dev.epochal.core.problem.EpochalException;

/** Thrown when what the registry's file holds cannot be what was written to it. */
final class DamagedDatabaseException extends EpochalException {
  private static final long serialVersionUID = 1L;

  private final transient FileIdentity file;

  private final String damage;

  /** {@code damage} says which file, and why it is thought to be damaged. */
  DamagedDatabaseException(String damage, FileIdentity file, Throwable cause) {
    super(damage + "; ./run reindex makes it anew from the run folders", cause);
    this.damage = damage;
    this.file = file;
  }

  /** What is wrong, without the remedy. */
  String damage() {
    return damage;
  }

  /** Which file it was: by now another one may be in its place. */
  FileIdentity file() {
    return file;
  }
}
