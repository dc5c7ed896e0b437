package dev.epochal.runner.live;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.Registry;
import dev.epochal.registry.folder.SignOfLife;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Follows a run through its folder, whichever process executes it, until it is over. The registry
 * is asked only when the run looks dead, so any number may follow.
 */
public final class Follower {
  private static final long PAUSE_MILLIS = 500;

  private final Registry registry;
  private final RunFolder folder;

  public Follower(Registry registry, RunFolder folder) {
    this.registry = registry;
    this.folder = folder;
  }

  /**
   * Waits until the run is over.
   *
   * @param look called twice a second with the run's record, the last time when the run is over, so
   *     that everything that it wrote before can be read
   * @return the final record
   */
  public RunRecord untilOver(Consumer<RunRecord> look) {
    while (true) {
      RunRecord now = standing();
      look.accept(now);
      if (now.status().isOver()) {
        return now;
      }
      pause();
    }
  }

  /** The final record of a run that is over. */
  public Optional<RunRecord> over() {
    return Optional.of(standing()).filter(run -> run.status().isOver());
  }

  private RunRecord standing() {
    if (!Files.exists(folder.record())) {
      throw new EpochalException(
          "the folder of run "
              + folder.id()
              + " is gone: "
              + folder.path()
              + "; ./run show "
              + folder.id()
              + " says what the registry knows");
    }
    RunRecord run = Json.read(folder.record(), RunRecord.class);
    try {
      return !run.status().isOver() && SignOfLife.isDead(folder, run)
          ? registry.record(folder)
          : run;
    } catch (IOException e) {
      throw new EpochalException("cannot read " + folder.path() + ": " + e, e);
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EpochalException("interrupted while following run " + folder.id(), e);
    }
  }
}
