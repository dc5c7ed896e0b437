package dev.epochal.registry.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the folder of a sweep: its record, and a line for each trial before it starts. A sweep
 * that cannot be recorded does not go on: everything here throws.
 */
public final class SweepRecorder {
  private final SweepFolder folder;
  private SweepRecord record;

  private SweepRecorder(SweepFolder folder, SweepRecord record) {
    this.folder = folder;
    this.record = record;
  }

  /**
   * Makes the sweep's folder.
   *
   * @param runs the folder of all runs; made if needed
   * @param spec the spec that the trials are planned from
   * @throws EpochalException naming the path, when the id is taken or something cannot be written
   */
  public static SweepRecorder start(Path runs, SweepRecord record, String spec) {
    if (!RunId.isValid(record.id())) {
      throw new IllegalArgumentException("not a sweep's id: " + record.id());
    }
    SweepFolder folder = SweepFolder.of(runs, record.id());
    try {
      Files.createDirectories(runs);
      Files.createDirectory(folder.path());
      AtomicFile.write(folder.spec(), spec);
      AtomicFile.write(folder.trials(), "");
      // Last, because a folder counts as a sweep from the moment that it has a record.
      AtomicFile.write(folder.record(), Json.pretty(record));
      return new SweepRecorder(folder, record);
    } catch (IOException e) {
      throw new EpochalException(FileTrouble.sentence("cannot record a sweep in " + runs, e), e);
    }
  }

  /** Goes on with a sweep; what a kill left of a line that was being written is cut off. */
  public static SweepRecorder resume(
      SweepFolder folder, SweepRecord before, ProcessRecord by, int jobs) {
    try {
      AtomicFile.sweep(folder.path());
      SweepTrials.truncateBroken(folder);
      SweepRecorder recorder = new SweepRecorder(folder, before.resumed(by, jobs));
      recorder.write();
      return recorder;
    } catch (IOException e) {
      throw new EpochalException(FileTrouble.sentence("cannot go on in " + folder.path(), e), e);
    }
  }

  public SweepFolder folder() {
    return folder;
  }

  /** The sweep as recorded by now. */
  public SweepRecord record() {
    return record;
  }

  /** Takes back a folder in which nothing but the beginning was recorded. */
  public void abandon() {
    for (Path file : List.of(folder.record(), folder.trials(), folder.spec(), folder.path())) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // The caller is about to say what is wrong with this place.
      }
    }
  }

  /** Writes a line, on the disk when this returns. */
  public void add(SweepEntry entry) {
    try (FileChannel lines =
        FileChannel.open(folder.trials(), StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      ByteBuffer line = ByteBuffer.wrap((Json.line(entry) + "\n").getBytes(UTF_8));
      while (line.hasRemaining()) {
        lines.write(line);
      }
      lines.force(false);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Ends the sweep.
   *
   * @param reason why it ended so; null when it finished
   */
  public SweepRecord finish(RunStatus status, @Nullable String reason) {
    record = record.over(status, reason, Instant.now());
    try {
      write();
    } catch (IOException e) {
      throw unwritable(e);
    }
    return record;
  }

  private void write() throws IOException {
    AtomicFile.write(folder.record(), Json.pretty(record));
  }

  private EpochalException unwritable(IOException e) {
    return new EpochalException(
        FileTrouble.sentence("cannot record the sweep in " + folder.path(), e), e);
  }
}
