package dev.epochal.registry.folder;

import dev.epochal.core.run.Recorded;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * When a run, or a sweep, last wrote into its folder. It is all that is known of one of another
 * host, whose processes cannot be asked about. A run that lives writes its journal every second,
 * after ten minutes at pauses of a 600th of its age; a sweep writes when it has a trial to tell of.
 */
public final class SignOfLife {
  /** A disk that hangs, clocks that differ, a machine that swaps, a trial that starts. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /**
   * Of the age: six of a run's longest pauses, and who has trained for a day may take a quarter of
   * an hour to begin anew.
   */
  private static final int PART = 100;

  private SignOfLife() {}

  /** The last write to the journal, or, before there is one, to the record. */
  public static Instant last(RunFolder folder) throws IOException {
    return last(folder.journal(), folder.record());
  }

  /** The last write to the list of trials, or, before there is one, to the record. */
  public static Instant last(SweepFolder folder) throws IOException {
    return last(folder.trials(), folder.record());
  }

  private static Instant last(Path lines, Path record) throws IOException {
    return Files.getLastModifiedTime(Files.exists(lines) ? lines : record).toInstant();
  }

  /**
   * Whether a run of another host has been silent for five minutes and a hundredth of its age. Runs
   * of this host can be asked about, and are never missed.
   */
  public static boolean isMissing(RunFolder folder, RunRecord run, Instant now) throws IOException {
    return !Processes.isHere(run.process()) && isSilent(run, last(folder), now);
  }

  /** Likewise of a sweep, whose trials may give a sign of life still. */
  public static boolean isMissing(SweepFolder folder, SweepRecord sweep, Instant now)
      throws IOException {
    return !Processes.isHere(sweep.process()) && isSilent(sweep, last(folder), now);
  }

  private static boolean isSilent(Recorded recorded, Instant last, Instant now) {
    Duration age = Duration.between(recorded.started(), now);
    return Duration.between(last, now).compareTo(PATIENCE.plus(age.dividedBy(PART))) > 0;
  }

  /** Whether a run that says it goes on does not: its process is gone, or it is missing. */
  public static boolean isDead(RunFolder folder, RunRecord run) throws IOException {
    return Processes.isGone(run.process()) || isMissing(folder, run, Instant.now());
  }
}
