package dev.epochal.registry.folder;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the folder of a run while it trains. Starting and resuming throw when the folder cannot be
 * written; from then on nothing here throws: what could not be recorded is told in {@link
 * RunRecord#recordingErrors()}.
 */
public final class RunRecorder {
  private final RunFolder folder;
  private final JournalWriter journal;
  private final Reserve reserve;
  private final RecordingErrors errors;
  private final Runnable undo;
  private volatile RunRecord record;

  private RunRecorder(
      RunFolder folder,
      RunRecord record,
      JournalWriter journal,
      Reserve reserve,
      RecordingErrors errors,
      Runnable undo) {
    this.folder = folder;
    this.record = record;
    this.journal = journal;
    this.reserve = reserve;
    this.errors = errors;
    this.undo = undo;
  }

  /**
   * Makes the run's folder and writes what is known before training.
   *
   * @param runs the folder of all runs; made if needed
   * @throws EpochalException naming the path, when the id is taken or something cannot be written
   */
  public static RunRecorder start(Path runs, RunRecord record, RunInputs inputs) {
    if (!RunId.isValid(record.id())) {
      throw new IllegalArgumentException("not a run's id: " + record.id());
    }
    RunFolder folder = RunFolder.of(runs, record.id());
    try {
      Files.createDirectories(runs);
      if (Files.exists(folder.path())) {
        throw new EpochalException(folder.path() + " exists already: a run never overwrites");
      }
      Files.createDirectory(folder.path());
    } catch (IOException e) {
      throw new EpochalException(FileTrouble.sentence("cannot record a run in " + runs, e), e);
    }
    try {
      RecordingErrors errors = new RecordingErrors();
      Reserve reserve = Reserve.in(folder);
      AtomicFile.write(folder.spec(), inputs.spec());
      AtomicFile.write(folder.plan(), Json.pretty(inputs.plan()));
      AtomicFile.write(folder.environment(), Json.pretty(inputs.environment()));
      if (inputs.gitDiff() != null) {
        AtomicFile.write(folder.gitDiff(), inputs.gitDiff());
      }
      // Last, because a folder counts as a run from the moment that it has a record.
      AtomicFile.write(folder.record(), Json.pretty(record));
      JournalWriter journal = JournalWriter.create(folder.journal(), errors::add);
      return new RunRecorder(folder, record, journal, reserve, errors, () -> discard(folder));
    } catch (IOException e) {
      discard(folder);
      throw new EpochalException(FileTrouble.sentence("cannot record a run in " + runs, e), e);
    }
  }

  /**
   * Goes on with a run that is over, in its own folder: its record says RUNNING from here on.
   *
   * @param before the run as it looks: also a run of another host that says in the folder still
   *     that it goes on
   * @param resumed where in training this process goes on; the journal's next entry
   * @throws EpochalException naming the folder, when it cannot be written; it is as it was then
   */
  public static RunRecorder resume(
      RunFolder folder, RunRecord before, JournalEntry.Resumed resumed) {
    try {
      AtomicFile.sweep(folder.path());
      StopRequest.remove(folder);
      String recorded = Files.readString(folder.record());
      Reserve reserve = Reserve.in(folder);
      try {
        RunRecord record = before.resumed(resumed.process());
        RecordingErrors errors = new RecordingErrors(before.recordingErrors());
        JournalWriter journal = JournalWriter.append(folder.journal(), errors::add);
        long whole = Files.size(folder.journal());
        AtomicFile.write(folder.record(), Json.pretty(record));
        journal.add(resumed);
        journal.flush();
        return new RunRecorder(
            folder, record, journal, reserve, errors, () -> restore(folder, recorded, whole));
      } catch (IOException e) {
        reserve.release();
        throw e;
      }
    } catch (IOException e) {
      throw new EpochalException(FileTrouble.sentence("cannot go on in " + folder.path(), e), e);
    }
  }

  /** Takes back a resumption, of which only the beginning was recorded. */
  private static void restore(RunFolder folder, String recorded, long wholeJournal) {
    try (FileChannel journal = FileChannel.open(folder.journal(), StandardOpenOption.WRITE)) {
      Files.deleteIfExists(Reserve.file(folder));
      journal.truncate(wholeJournal);
      AtomicFile.write(folder.record(), recorded);
    } catch (IOException e) {
      // The caller is about to say what is wrong; the run is found dead, and can be resumed.
    }
  }

  /** Takes it back, before anything but the beginning was recorded: all is as it was before. */
  public void abandon() {
    journal.close();
    undo.run();
  }

  /** Waits until the journal is on the disk as far as it was handed over; see {@link #record}. */
  public void flush() {
    journal.flush();
  }

  /** Takes back a folder that could not be begun: there is nothing in it but what stands above. */
  private static void discard(RunFolder folder) {
    for (Path file :
        List.of(
            Reserve.file(folder),
            folder.spec(),
            folder.plan(),
            folder.environment(),
            folder.gitDiff(),
            folder.record(),
            folder.journal(),
            folder.path())) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // The caller is about to say what is wrong with this place.
      }
    }
  }

  /** From now on {@code heard} is told of what cannot be recorded, when it first happens. */
  public void tell(Consumer<String> heard) {
    errors.tell(heard);
  }

  public RunFolder folder() {
    return folder;
  }

  /** The run as recorded by now. */
  public RunRecord record() {
    return record;
  }

  /** Takes an entry of the journal; costs the calling thread microseconds. */
  public void record(JournalEntry entry) {
    journal.add(entry);
  }

  /** Says which data the run uses, once they are there. */
  public void dataset(DatasetRecord dataset) {
    record = record.withDataset(dataset);
    writeRecord();
  }

  /**
   * Keeps a file in the run folder; see {@link AtomicFile}.
   *
   * @return whether it could be written; if not, why is among the recording errors
   */
  public boolean keep(Path file, AtomicFile.Content content) {
    try {
      AtomicFile.write(file, content);
      return true;
    } catch (IOException | RuntimeException | OutOfMemoryError | LinkageError e) {
      failed(folder.path().relativize(file).toString(), e);
      return false;
    }
  }

  /** Adds to the recording errors. */
  public void failed(String what, Throwable why) {
    errors.add(what + ": " + FileTrouble.why(why));
  }

  /**
   * Ends the recording: drains the journal, lists the artifacts, writes the final record. Whoever
   * writes {@code log.txt} closes it before, or its hash is of what was there.
   *
   * @param reason why the run ended so; null when it finished
   * @param metrics final metrics
   * @return the final record, also when it could not be written
   */
  public RunRecord finish(
      RunStatus status, @Nullable String reason, SortedMap<String, Double> metrics) {
    Instant now = Instant.now();
    journal.add(new JournalEntry.Ended(now, status, reason));
    reserve.halve();
    String lost = journal.close();
    if (lost != null) {
      errors.add(lost);
    }
    for (Path file : List.of(folder.spec(), folder.plan(), folder.environment())) {
      if (!Files.exists(file)) {
        errors.add(file.getFileName() + ": deleted while the run went on");
      }
    }
    List<ArtifactRecord> artifacts = List.of();
    try {
      artifacts = Artifacts.in(folder);
    } catch (IOException | RuntimeException e) {
      failed("list of artifacts", e);
    }
    reserve.release();
    record = record.over(status, reason, now, metrics, artifacts, errors.all());
    if (!writeRecord()) {
      record = record.over(status, reason, now, metrics, artifacts, errors.all());
    }
    return record;
  }

  private boolean writeRecord() {
    return keep(folder.record(), file -> Files.writeString(file, Json.pretty(record)));
  }
}
