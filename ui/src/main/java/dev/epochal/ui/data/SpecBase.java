package dev.epochal.ui.data;

import dev.epochal.core.planning.SpecChange;
import dev.epochal.core.problem.InvalidInputException;
import java.util.List;

/**
 * What the spec of a run has to do with the one that it extends.
 *
 * @param changes what is not as in the base; empty unless that is known
 * @param trouble why a foreign or damaged base cannot be read; empty unless so
 */
public record SpecBase(Kind kind, List<SpecChange> changes, String trouble) {

  /** What is known of the base. */
  public enum Kind {
    /** The spec stands alone: it extends none, and nothing was given beside it. */
    NONE,
    KNOWN,
    /** There is one, and it cannot be told what it says. */
    UNREADABLE
  }

  public SpecBase {
    changes = List.copyOf(changes);
  }

  /** Of a spec as a run keeps it. */
  static SpecBase of(String spec) {
    try {
      return SpecChange.of(spec)
          .map(changes -> new SpecBase(Kind.KNOWN, changes, ""))
          .orElseGet(() -> new SpecBase(Kind.NONE, List.of(), ""));
    } catch (InvalidInputException e) {
      return new SpecBase(Kind.UNREADABLE, List.of(), String.valueOf(e.getMessage()));
    }
  }
}
