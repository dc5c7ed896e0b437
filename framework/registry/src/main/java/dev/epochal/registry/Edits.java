package dev.epochal.registry;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.Recorded;
import java.time.Instant;

/** What people do to runs again and again. */
public final class Edits {
  private Edits() {}

  /** Takes runs that are over out of every list; a run that goes on refuses it. */
  public static Edit delete(Instant now) {
    return (run, before) -> {
      refuseRunning("run", run);
      return before.deletedAt(now);
    };
  }

  /** Brings deleted runs back. */
  public static Edit restore() {
    return (run, before) -> before.deletedAt(null);
  }

  /** Refuses to delete what goes on; {@code kind} is said before its name. */
  static void refuseRunning(String kind, Recorded recorded) {
    if (!recorded.status().isOver()) {
      throw new InvalidInputException(
          new Problem(
              kind + " " + recorded.name() + " (" + recorded.id() + ")",
              "",
              "goes on and cannot be deleted",
              "stop it first: ./run stop " + recorded.id()));
    }
  }
}
