package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at moments all over the life of a run: the registry opens, the run is CRASHED
 * with its history, what was finished before is whole, and the run that goes on ends as one that
 * was never killed. The phases come in turn; the moment in each is drawn from a seed.
 */
final class KilledAtAnyMomentIT {
  private static final int EPOCHS = 24;

  /**
   * Of history: the second after which the journal is flushed, and one for a machine that is busy.
   */
  private static final Duration MOST_LOST = Duration.ofSeconds(2);

  @TempDir static Path home;

  private static Program program;
  private static Path spec;
  private static JsonNode straight;

  /** From the start of its JVM to its record, in milliseconds. */
  private static long starting;

  /** From the first file of a phase to the end of the program. */
  private static final Map<Phase, Long> LONG = new EnumMap<>(Phase.class);

  private final SplittableRandom random = new SplittableRandom(1729);
  private final Map<Phase, Integer> kills = new EnumMap<>(Phase.class);
  private Duration mostLost = Duration.ZERO;
  private int resumed;

  /** What the run does when it is killed. */
  private enum Phase {
    /** It loads, and makes its record and its rows. */
    STARTING,
    TRAINING,
    /** A checkpoint is being written, or was just written. */
    CHECKPOINTING,
    /** It evaluates, and draws its figures. */
    DRAWING,
    /** Its last record is there, or nearly, and its rows are being written. */
    ENTERING
  }

  @BeforeAll
  static void aRunThatNeverStops() throws Exception {
    program = new Program(home);
    program.setEnvironment("OMP_NUM_THREADS", "1");
    spec = program.spec("killed.yaml", ResumedRuns.SPEC);
    long start = System.nanoTime();
    Program.Running running = program.start("run", spec, "--name", "straight");
    Await.until(() -> !program.runFolders().isEmpty(), () -> "a record");
    starting = millisSince(start);
    RunFolder folder = new RunFolder(program.runFolders().get(0));
    Await.until(() -> hasBegun(Phase.DRAWING, folder, 0), () -> "an evaluation");
    long drawing = System.nanoTime();
    Await.until(() -> hasBegun(Phase.ENTERING, folder, 0), () -> "the last figures");
    LONG.put(Phase.DRAWING, millisSince(drawing));
    long entering = System.nanoTime();
    assertThat(running.end().exit()).isZero();
    LONG.put(Phase.ENTERING, millisSince(entering));
    straight = program.run("show", "straight", "--json").json();
  }

  @Test
  void aRunThatIsKilledGoesOnAsIfItNeverWas() throws Exception {
    killAndResume(4);
  }

  @Tag("soak")
  @Test
  void sixtyRunsThatAreKilledGoOnAsIfTheyNeverWere() throws Exception {
    killAndResume(Integer.getInteger("kills", 60));
  }

  private void killAndResume(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      // In turn, and from the end: a few must not all be of the start.
      Phase phase = Phase.values()[(times - 1 - i) % Phase.values().length];
      killAndResume("run-" + times + "-" + i, phase);
    }
    System.out.printf(
        "killed %s; at most %d ms of history lost; %d went on and ended with the same bits%n",
        kills, mostLost.toMillis(), resumed);
  }

  private void killAndResume(String name, Phase phase) throws Exception {
    Set<Path> before = Set.copyOf(program.runFolders());
    Program.Running running = program.start("run", spec, "--name", name);
    awaitMoment(phase, running, before);
    Instant killed = Instant.now();
    running.process().destroyForcibly();
    running.end();
    kills.merge(phase, 1, Integer::sum);

    Program.Result list = program.run("list", "--json", "--limit", "1000");
    assertThat(list.exit()).as(list.err()).isZero();
    RunFolder folder = added(before);
    if (folder == null) {
      // Nothing was recorded yet.
      assertThat(list.out()).doesNotContain('"' + name + '"');
      return;
    }
    RunRecord record = Json.read(folder.record(), RunRecord.class);
    assertThat(list.out()).contains(record.id());
    if (record.status() == RunStatus.FINISHED) {
      ResumedRuns.assertSame(straight, program.run("show", name, "--json").json());
    } else {
      assertThat(record.status()).isEqualTo(RunStatus.CRASHED);
      assertHistoryUpTo(killed, folder);
      Program.Result resume = program.run("resume", name, "--json");
      assertThat(resume.exit()).as(phase + ": " + resume.err()).isZero();
      ResumedRuns.assertSame(straight, resume.json());
      resumed++;
    }
    ResumedRuns.assertWhole(folder);
    ResumedRuns.assertWhole(new RunFolder(Path.of(straight.path("folder").asText())));
  }

  /** What the journal was last given before the kill is all that can be lost. */
  private void assertHistoryUpTo(Instant killed, RunFolder folder) throws IOException {
    List<JournalEntry> entries = JournalReader.read(folder.journal(), 0).entries();
    Instant flushed = Files.getLastModifiedTime(folder.journal()).toInstant();
    Duration lost = Duration.between(flushed, killed);
    if (entries.isEmpty()) {
      // It was killed in the first second.
      return;
    }
    mostLost = lost.compareTo(mostLost) > 0 ? lost : mostLost;
    assertThat(lost).isLessThan(MOST_LOST);
  }

  private void awaitMoment(Phase phase, Program.Running running, Set<Path> before)
      throws Exception {
    if (phase == Phase.STARTING) {
      Thread.sleep((long) (1.1 * random.nextDouble() * starting));
      return;
    }
    int epoch = random.nextInt(EPOCHS);
    Await.until(
        () -> {
          RunFolder folder = added(before);
          return !running.process().isAlive() || (folder != null && hasBegun(phase, folder, epoch));
        },
        () -> phase + " of epoch " + epoch);
    Long length = LONG.get(phase);
    Thread.sleep((long) (random.nextDouble() * (length == null ? 30 : length)));
  }

  private static boolean hasBegun(Phase phase, RunFolder folder, int epoch) throws IOException {
    return switch (phase) {
      case STARTING -> Files.exists(folder.record());
      case TRAINING ->
          Files.exists(folder.journal())
              && Files.readString(folder.journal()).contains("\"epoch\":" + epoch + ",");
      case CHECKPOINTING -> hasCheckpoint(folder, epoch / 3 * 3);
      case DRAWING -> Files.isDirectory(folder.path().resolve("predictions"));
      case ENTERING -> Files.exists(folder.figureDrawing("parameter-histograms"));
    };
  }

  /** One of that epoch or a later one, be it half-written. */
  private static boolean hasCheckpoint(RunFolder folder, int epoch) throws IOException {
    if (!Files.isDirectory(folder.checkpoints())) {
      return false;
    }
    try (Stream<Path> all = Files.list(folder.checkpoints())) {
      return all.map(file -> file.getFileName().toString().replaceAll("\\.tmp-.{37}", ""))
          .map(file -> file.replaceAll("\\D+", " ").strip())
          .anyMatch(numbers -> Integer.parseInt(numbers.split(" ", 2)[0]) >= epoch);
    }
  }

  private static RunFolder added(Set<Path> before) throws IOException {
    return program.runFolders().stream()
        .filter(folder -> !before.contains(folder))
        .findFirst()
        .map(RunFolder::new)
        .orElse(null);
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}
