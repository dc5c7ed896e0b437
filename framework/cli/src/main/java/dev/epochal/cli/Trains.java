package dev.epochal.cli;

import org.jspecify.annotations.Nullable;

/** A command that trains: the launcher must know how, before it starts the JVM for it. */
interface Trains {
  /**
   * How many threads it trains with; null for as many as the machine has cores.
   *
   * @throws dev.epochal.core.problem.EpochalException if what the command is about cannot be had:
   *     the command itself will say so
   */
  @Nullable Integer threads();
}
