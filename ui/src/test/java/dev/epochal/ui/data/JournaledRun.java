package dev.epochal.ui.data;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A run's folder whose journal grows as a test writes it. */
final class JournaledRun {
  static final Instant BEGAN = Instant.parse("2026-11-01T10:00:00Z");

  final RunFolder folder;

  JournaledRun(Path runs, String id) throws IOException {
    folder = RunFolder.of(runs, id);
    Files.createDirectories(folder.path());
    is(RunStatus.RUNNING, Processes.current());
    Files.createFile(folder.journal());
  }

  /** A process of this machine that ended long ago. */
  static ProcessRecord dead() {
    return new ProcessRecord(Processes.current().host(), Integer.MAX_VALUE, BEGAN);
  }

  void is(RunStatus status, ProcessRecord process) throws IOException {
    Path next = folder.path().resolve("run.json.next");
    Files.writeString(
        next,
        Json.pretty(
            new RunRecord(
                folder.id(),
                "run-" + folder.id(),
                "live",
                status,
                1729,
                "0".repeat(64),
                BEGAN,
                status.isOver() ? BEGAN.plusSeconds(30) : null,
                null,
                process,
                null,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                List.of())));
    Files.move(next, folder.record(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Updates of the parameters, both ends included. */
  void updates(long first, long last) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (long update = first; update <= last; update++) {
      lines.append(Json.line(new JournalEntry.Update(update, 1.0 / update))).append('\n');
    }
    append(lines.toString());
  }

  void epoch(int epoch, double seconds) throws IOException {
    write(
        new JournalEntry.Epoch(
            epoch,
            BEGAN.plusSeconds(epoch),
            new TreeMap<>(
                Map.of("train.loss", 1.0 / epoch, "train.seconds", seconds, "data.seconds", 0.5)),
            "0".repeat(64)));
  }

  void resumed(int epochs, long updates) throws IOException {
    write(new JournalEntry.Resumed(BEGAN, epochs, updates, Processes.current(), new TreeMap<>()));
  }

  private void write(JournalEntry entry) throws IOException {
    append(Json.line(entry) + '\n');
  }

  private void append(String lines) throws IOException {
    Files.writeString(folder.journal(), lines, StandardOpenOption.APPEND);
  }
}
