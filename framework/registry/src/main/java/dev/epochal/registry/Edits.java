package dev.epochal.registry;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.time.Instant;

/** What people do to runs again and again. */
public final class Edits {
  private Edits() {}

  /** Takes runs that are over out of every list; a run that goes on refuses it. */
  public static Edit delete(Instant now) {
    return (run, before) -> {
      if (!run.status().isOver()) {
        throw new InvalidInputException(
            new Problem(
                "run " + run.name() + " (" + run.id() + ")",
                "",
                "goes on and cannot be deleted",
                "stop it first: ./run stop " + run.id()));
      }
      return before.deletedAt(now);
    };
  }

  /** Brings deleted runs back. */
  public static Edit restore() {
    return (run, before) -> before.deletedAt(null);
  }
}
