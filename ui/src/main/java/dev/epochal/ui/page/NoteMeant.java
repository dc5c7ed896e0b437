package dev.epochal.ui.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.run.Annotations;
import dev.epochal.ui.http.Call;
import dev.epochal.ui.http.Refused;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * The note that a page shows, as the page knows it. Another page, or a command, may have taken one
 * away meanwhile, and then the number is that of another note.
 *
 * @param number from 1, in the order written
 * @param at when it was written, in microseconds, as the registry has it
 */
record NoteMeant(int number, Instant at) {

  /** As {@code number} and {@code at} of a change. */
  static NoteMeant of(Call call) {
    JsonNode number = call.body().path("number");
    if (!number.isInt()) {
      throw new Refused(400, "number must be that of a note, from 1");
    }
    try {
      return new NoteMeant(number.intValue(), Instant.parse(call.field("at")));
    } catch (DateTimeParseException e) {
      throw new Refused(400, "at must be when the note was written");
    }
  }

  /**
   * The annotations, if it is among them.
   *
   * @throws Refused when another note has its number by now, or none
   */
  Annotations checked(Annotations now) {
    boolean there =
        number >= 1
            && number <= now.notes().size()
            && now.notes().get(number - 1).at().truncatedTo(ChronoUnit.MICROS).equals(at);
    if (!there) {
      throw new Refused(400, "the notes were changed meanwhile: load the page again");
    }
    return now;
  }
}
