package dev.epochal.cli;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A folder of runs that are over, and the program to look at them with, in this JVM. */
final class RecordedRuns {
  private static final Instant FIRST = Instant.parse("2026-11-01T10:00:00Z");

  private final Path runs;
  private int recorded;

  RecordedRuns(Path runs) {
    this.runs = runs;
  }

  /** What the program said. */
  record Said(int exit, String out, String err) {}

  /** Records a run that began a minute after the one before it. */
  RunFolder add(String id, String name, double accuracy) throws IOException {
    return add(id, name, RunStatus.FINISHED, new ProcessRecord("elsewhere", 1, FIRST), accuracy);
  }

  RunFolder add(String id, String name, RunStatus status, ProcessRecord process, double accuracy)
      throws IOException {
    Instant started = FIRST.plusSeconds(60L * recorded++);
    RunFolder folder = RunFolder.of(runs, id);
    Files.createDirectories(folder.path());
    Files.writeString(
        folder.record(),
        Json.pretty(
            new RunRecord(
                id,
                name,
                "baseline",
                status,
                1729,
                "0".repeat(64),
                started,
                status.isOver() ? started.plusSeconds(30) : null,
                null,
                process,
                null,
                new TreeMap<>(Map.of("training.batchSize", "64")),
                new TreeMap<>(Map.of("test.accuracy", accuracy)),
                new TreeMap<>(Map.of("course", "intro")),
                List.of(),
                List.of())));
    return folder;
  }

  Said say(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "--runs=" + runs;
    int exit = Main.run(new Console(new PrintStream(out), new PrintStream(err), Map.of()), all);
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
