package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three processes that record and one that lists, all the time; again and again the one that has
 * the database open is killed and another one takes its place. What a writer said to be finished is
 * there, whole, and nobody noticed anything.
 */
final class KilledHoldersIT {
  private static final int WRITERS = 3;

  @TempDir Path home;

  private final List<Child> children = new ArrayList<>();
  private Path runs;

  /** A process, and the files that it writes to. */
  private record Child(Process process, Path out, Path err) {
    List<String[]> lines() {
      try {
        String text = Files.readString(out);
        // A line torn by the kill was not said.
        return text.substring(0, text.lastIndexOf('\n') + 1)
            .lines()
            .map(line -> line.split(" "))
            .toList();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  @AfterEach
  void endAll() {
    children.forEach(child -> child.process().destroyForcibly());
  }

  @Test
  @Timeout(180)
  void twentySecondsAndThreeKillsLoseNothing() throws Exception {
    loseNothing(20, 3);
  }

  @Tag("soak")
  @Test
  @Timeout(600)
  void threeMinutesAndTwentyKillsLoseNothing() throws Exception {
    loseNothing(180, 20);
  }

  private void loseNothing(int seconds, int kills) throws Exception {
    runs = Files.createDirectory(home.resolve("runs"));
    SplittableRandom random = new SplittableRandom(1729);
    Instant start = Instant.now();
    // A file, and no time: on a busy machine a new writer would begin when the time is over.
    Path end = home.resolve("end");
    Child lister = start(ManyWriters.Lister.class, end);
    List<Child> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(start(ManyWriters.Writer.class, end, random.nextLong()));
    }
    List<Child> killed = new ArrayList<>();
    for (int i = 1; i <= kills; i++) {
      Instant due = start.plusMillis(1_000L * seconds * i / (kills + 1));
      Thread.sleep(Math.max(0, due.toEpochMilli() - System.currentTimeMillis()));
      int victim = random.nextInt(WRITERS);
      killWithTheDatabaseOpen(writers.get(victim));
      killed.add(writers.get(victim));
      writers.set(victim, start(ManyWriters.Writer.class, end, random.nextLong()));
    }
    while (writers.stream().anyMatch(writer -> writer.lines().isEmpty())) {
      assertThat(writers).allMatch(writer -> writer.process().isAlive());
      Thread.sleep(10);
    }
    Files.createFile(end);
    for (Child child : children) {
      assertThat(child.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
      assertThat(child.err()).hasContent("");
      assertThat(child.process().exitValue()).isEqualTo(killed.contains(child) ? 137 : 0);
    }

    List<Child> all = children.stream().filter(child -> child != lister).toList();
    assertThat(all).allMatch(child -> killed.contains(child) || !child.lines().isEmpty());
    assertEverythingIsThere(all.stream().flatMap(child -> child.lines().stream()).toList(), kills);
    System.out.printf(
        "three writers and a lister, %d s, %d kills with the database open: %s; %s; %s%n",
        seconds,
        kills,
        latency("list", List.of(lister), 0),
        latency("register", all, 2),
        latency("finish", all, 3));
  }

  /** What was said is finished and whole; what was not said is at most a run per kill. */
  private void assertEverythingIsThere(List<String[]> said, int kills) throws Exception {
    List<String> notices = new ArrayList<>();
    Registry registry = Registry.in(runs, notices::add);
    List<RunSummary> listed = registry.list(Integer.MAX_VALUE);
    Map<String, RunSummary> byId =
        listed.stream().collect(Collectors.toMap(RunSummary::id, Function.identity()));
    assertThat(listed).extracting(RunSummary::name).doesNotHaveDuplicates();
    Set<String> finished = said.stream().map(line -> line[0]).collect(Collectors.toSet());
    assertThat(byId.keySet())
        .containsAll(finished)
        .hasSizeBetween(said.size(), said.size() + kills);
    listed.stream()
        .filter(run -> !finished.contains(run.id()))
        .forEach(run -> assertThat(run.status()).isIn(RunStatus.CRASHED, RunStatus.FINISHED));
    Database database = new Database(DatabaseFile.in(runs), java.time.Duration.ofSeconds(20));
    database.open(
        sql -> {
          said.forEach(line -> assertWhole(DetailQuery.of(sql, runs, line[0]), line));
          return said;
        });
    assertThat(notices).isEmpty();
    String before = Json.line(listed);
    registry.reindex();
    assertThat(Json.line(registry.list(Integer.MAX_VALUE))).isEqualTo(before);
    try (Stream<Path> files = Files.walk(runs)) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith(".tmp-")))
          .allMatch(file -> !Files.exists(file.resolveSibling("run.json")));
    }
  }

  private static void assertWhole(RunDetail run, String[] line) {
    int epochs = Integer.parseInt(line[1]);
    assertThat(run.summary().status()).isEqualTo(RunStatus.FINISHED);
    assertThat(run.summary().metrics()).containsEntry("test.accuracy", 1.0 / epochs);
    assertThat(run.history().get("train.loss").steps())
        .isEqualTo(LongStream.rangeClosed(1, epochs).toArray());
    assertThat(run.history().get("iteration.loss").steps())
        .isEqualTo(
            LongStream.rangeClosed(1, (long) epochs * ManyWriters.UPDATES_PER_EPOCH).toArray());
    assertThat(run.hashes()).hasSize(epochs);
    assertThat(run.artifacts()).isNotEmpty();
  }

  private Child start(Class<?> program, Path end, Object... more) throws IOException {
    Path out = Files.createTempFile(home, "child", ".out");
    Path err = Files.createTempFile(home, "child", ".err");
    Object[] arguments = Stream.concat(Stream.of(runs, end), Arrays.stream(more)).toArray();
    Child child = new Child(Children.start(program, out, err, arguments), out, err);
    children.add(child);
    return child;
  }

  /** Freezes the process when it has the database open, makes sure that it still has, kills it. */
  private void killWithTheDatabaseOpen(Child child) throws Exception {
    Process victim = child.process();
    String pid = Long.toString(victim.pid());
    while (true) {
      assertThat(child.err()).hasContent("");
      assertThat(victim.isAlive())
          .as(() -> "the one to be killed ended by itself, with " + victim.exitValue())
          .isTrue();
      if (hasDatabaseOpen(pid)) {
        signal("-STOP", pid);
        if (hasDatabaseOpen(pid)) {
          signal("-KILL", pid);
          assertThat(victim.waitFor(30, TimeUnit.SECONDS)).isTrue();
          return;
        }
        signal("-CONT", pid);
      }
      Thread.sleep(1);
    }
  }

  private static void signal(String signal, String pid) throws Exception {
    assertThat(new ProcessBuilder("kill", signal, pid).start().waitFor()).isZero();
  }

  /**
   * By the kernel's list of locks: {@code 3: POSIX ADVISORY WRITE <pid> <device>:<inode> 0 EOF}.
   */
  private boolean hasDatabaseOpen(String pid) throws IOException {
    Path database = runs.resolve("registry.mv.db");
    if (!Files.exists(database)) {
      return false;
    }
    String inode = ":" + Files.getAttribute(database, "unix:ino");
    return Files.readAllLines(Path.of("/proc/locks")).stream()
        .map(line -> line.strip().split("\\s+"))
        .anyMatch(
            word ->
                word.length > 5
                    && word[1].equals("POSIX")
                    && word[4].equals(pid)
                    && word[5].endsWith(inode));
  }

  private static String latency(String what, List<Child> of, int column) {
    double[] millis =
        of.stream()
            .flatMap(child -> child.lines().stream())
            .mapToDouble(line -> Double.parseDouble(line[column]))
            .sorted()
            .toArray();
    return "%s n=%d median %.0f ms, 95 %% %.0f ms, max %.0f ms"
        .formatted(
            what,
            millis.length,
            millis[millis.length / 2],
            millis[millis.length * 95 / 100],
            millis[millis.length - 1]);
  }
}
