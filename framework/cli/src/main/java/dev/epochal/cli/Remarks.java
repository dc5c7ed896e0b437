package dev.epochal.cli;

import dev.epochal.core.run.Note;
import dev.epochal.core.run.Verification;
import dev.epochal.registry.RunDetail;
import java.time.Instant;
import java.util.List;

/** What was added to a run afterwards, as text. */
final class Remarks {
  private Remarks() {}

  /** Each with its number from 1 and its time; further lines of a note stand below its first. */
  static String notes(List<Note> notes) {
    StringBuilder text = new StringBuilder();
    int digits = Integer.toString(notes.size()).length();
    int number = 0;
    for (Note note : notes) {
      text.append(("%" + (2 + digits) + "d").formatted(++number));
      text.append("  ").append(time(note.at())).append("  ");
      text.append(note.text().strip().replaceAll("\\R", "\n" + " ".repeat(25 + digits)));
      Instant edited = note.edited();
      text.append(edited == null ? "" : " (edited " + time(edited) + ")").append('\n');
    }
    return text.toString();
  }

  /** The paragraphs of {@code show}; empty when nobody added anything. */
  static String of(RunDetail detail) {
    StringBuilder text = new StringBuilder();
    if (!detail.notes().isEmpty()) {
      text.append("\nnotes:\n").append(notes(detail.notes()));
    }
    if (!detail.verifications().isEmpty()) {
      text.append("\nverifications:\n");
      for (Verification check : detail.verifications()) {
        text.append("  ").append(time(check.at())).append("  ").append(check.verdict());
        text.append(" over ").append(check.epochs());
        text.append(check.epochs() == 1 ? " epoch" : " epochs");
        text.append(check.sameEnvironment() ? "" : ", in another environment");
        text.append(check.detail() == null ? "" : ": " + check.detail()).append('\n');
      }
    }
    return text.toString();
  }

  /** What is said beside the run's status; empty when there is nothing to say. */
  static String mark(RunDetail detail) {
    Instant deleted = detail.deleted();
    return (detail.baseline() ? ", the baseline" : "")
        + (deleted == null ? "" : ", deleted " + time(deleted));
  }

  private static String time(Instant at) {
    return at.toString().substring(0, 19).replace('T', ' ');
  }
}
