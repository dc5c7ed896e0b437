package dev.epochal.core.run;

import java.time.Instant;
import java.util.Objects;

/** What a person wrote about a run afterwards. */
public record Note(Instant at, String text) {
  public Note {
    Annotations.requireUsual(Objects.requireNonNull(at, "at"));
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a note must not be empty");
    }
  }
}
