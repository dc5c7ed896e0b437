package dev.epochal.registry;

import dev.epochal.core.run.Note;
import dev.epochal.core.sweep.SweepRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the registry knows of a sweep.
 *
 * @param record as its folder has it, with the name that it has by now
 * @param folder where it lies, or lay
 * @param trials in the order of their numbers
 * @param deleted since when; null when it is not deleted
 * @param notes in the order written
 */
public record SweepDetail(
    SweepSummary summary,
    SweepRecord record,
    Path folder,
    List<SweepTrial> trials,
    @Nullable Instant deleted,
    List<Note> notes) {
  public SweepDetail {
    trials = List.copyOf(trials);
    notes = List.copyOf(notes);
  }
}
