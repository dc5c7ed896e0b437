package dev.epochal.core.run;

import java.time.Instant;

/** What a person wrote about a run afterwards. */
public record Note(Instant at, String text) {
  public Note {
    Annotations.requireUsual(at);
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a note must not be empty");
    }
  }
}
