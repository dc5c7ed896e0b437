package dev.epochal.cli;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A run that is over, of every kind of thing that a look reads: for the launcher alone. */
final class WarmUpRun {
  private WarmUpRun() {}

  /** Writes it with an id, and a spec. */
  static void write(Path runs, String id, String spec) throws IOException {
    Instant now = Instant.now();
    RunRecord record =
        new RunRecord(
            id,
            "warm-up-1",
            "warm-up",
            RunStatus.FINISHED,
            1,
            "0".repeat(64),
            now,
            now.plusSeconds(1),
            null,
            new ProcessRecord("nowhere", 1, now),
            null,
            new TreeMap<>(Map.of("training.batchSize", "64", "training.updater.type", "sgd")),
            new TreeMap<>(Map.of("test.accuracy", 0.9, "test.loss", Double.NaN)),
            new TreeMap<>(Map.of("course", "intro")),
            List.of(),
            List.of());
    JournalEntry epoch =
        new JournalEntry.Epoch(
            1,
            now,
            new TreeMap<>(
                Map.of("validation.loss", 0.5, "validation.accuracy", 0.9, "train.seconds", 1.0)),
            "0".repeat(64));
    RunFolder folder = RunFolder.of(runs, record.id());
    Files.createDirectories(folder.path());
    Files.writeString(folder.environment(), "{}");
    Files.writeString(folder.spec(), spec);
    Files.writeString(
        folder.journal(),
        Json.line(new JournalEntry.Update(1, 2.3)) + "\n" + Json.line(epoch) + "\n");
    Files.writeString(folder.record(), Json.pretty(record));
  }
}
