package dev.epochal.registry.folder;

import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * When a run last wrote into its folder. It is all that is known of a run of another host, whose
 * processes cannot be asked about. A run that lives writes its journal every second, after ten
 * minutes at pauses of a 600th of its age.
 */
public final class SignOfLife {
  /** A disk that hangs, clocks that differ, a machine that swaps. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Of the run's age, which is six of its longest pauses. */
  private static final int PART = 100;

  private SignOfLife() {}

  /** The last write to the journal, or, before there is one, to the record. */
  public static Instant last(RunFolder folder) throws IOException {
    Path file = Files.exists(folder.journal()) ? folder.journal() : folder.record();
    return Files.getLastModifiedTime(file).toInstant();
  }

  /**
   * Whether a run of another host has been silent for five minutes and a hundredth of its age. Runs
   * of this host can be asked about, and are never missed.
   */
  public static boolean isMissing(RunFolder folder, RunRecord run, Instant now) throws IOException {
    if (Processes.isHere(run.process())) {
      return false;
    }
    Duration age = Duration.between(run.started(), now);
    Duration silence = Duration.between(last(folder), now);
    return silence.compareTo(PATIENCE.plus(age.dividedBy(PART))) > 0;
  }

  /** Whether a run that says it goes on does not: its process is gone, or it is missing. */
  public static boolean isDead(RunFolder folder, RunRecord run) throws IOException {
    return Processes.isGone(run.process()) || isMissing(folder, run, Instant.now());
  }
}
