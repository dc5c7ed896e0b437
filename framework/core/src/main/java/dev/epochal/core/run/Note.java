package dev.epochal.core.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person wrote about a run afterwards.
 *
 * @param at when it was written first
 * @param text as it is by now
 * @param edited when the text was changed last; null when it never was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Note(Instant at, String text, @Nullable Instant edited) {
  public Note {
    Annotations.requireUsual(Objects.requireNonNull(at, "at"));
    Annotations.requireUsual(edited);
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a note must not be empty");
    }
  }

  /** Written now, and never changed. */
  public Note(Instant at, String text) {
    this(at, text, null);
  }

  /** With another text; the same note where that is the same. */
  Note saying(String other, Instant now) {
    return other.equals(text) ? this : new Note(at, other, now);
  }
}
