package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are followed, and stopped, from other processes. */
final class WatchIT {
  private static final String ENDLESS = "training.epochs=100000";

  @TempDir Path home;

  private Program program;
  private Program.Running running;
  private String id;

  @BeforeEach
  void aRunThatGoesOn() throws Exception {
    program = new Program(home);
    running = program.start(program.spec("tiny.yaml", Specs.MLP), ENDLESS);
    Await.until(() -> said(running).contains("epoch 2/"), () -> "two epochs");
    id = program.runFolders().get(0).getFileName().toString();
  }

  @Test
  void aRunIsWatchedToItsEndAndStoppedFromElsewhere() throws Exception {
    Program.Running watching = program.start("watch", id);
    Program.Running log = program.start("logs", "-f", "--tail", "1", id);
    Await.until(() -> said(watching).lines().filter(WatchIT::isEpoch).count() > 1, () -> "epochs");
    Await.until(() -> Files.readString(log.out()).lines().count() > 2, () -> "lines of the log");

    Program.Result stopped = program.run("stop", "--filter", "status = running");
    assertThat(stopped.exit()).as(stopped.err()).isZero();
    assertThat(stopped.err())
        .contains("asked run " + id, "is KILLED: asked to stop by ./run stop after ")
        .contains("kept checkpoints/epoch-");

    Program.Result ran = running.end();
    assertThat(ran.exit()).isEqualTo(130);
    assertThat(ran.err()).contains("asked to stop by ./run stop: stopping after this step");
    Program.Result watched = watching.end();
    assertThat(watched.exit()).isEqualTo(1);
    assertThat(watched.err())
        .contains("tiny-1 (" + id + "), seed 11, RUNNING on ", "by now epoch ")
        .contains("KILLED: asked to stop by ./run stop after ");
    // What it shows of an epoch is what the run showed, and none is left out.
    List<String> lines = watched.err().lines().filter(WatchIT::isEpoch).toList();
    List<String> own = ran.err().lines().filter(WatchIT::isEpoch).toList();
    assertThat(lines).isEqualTo(own.subList(own.size() - lines.size(), own.size()));

    Program.Result logged = log.end();
    assertThat(logged.exit()).as(logged.err()).isZero();
    String whole = Files.readString(folder().log());
    assertThat(whole).endsWith(logged.out()).contains("ended KILLED");
    assertThat(logged.out()).hasSizeLessThan(whole.length());
    assertThat(folder().stopRequest()).doesNotExist();

    assertThat(program.run("stop", id).err())
        .contains("nothing to stop: run tiny-1 (" + id + ") is KILLED");
    Program.Result late = program.run("watch", id, "--json");
    assertThat(late.exit()).isEqualTo(1);
    assertThat(late.err()).contains("KILLED").doesNotContain("by now");
    assertThat(late.json().path("status").asText()).isEqualTo("KILLED");
  }

  @Test
  void aRunThatDiesIsSaidToHaveCrashed() throws Exception {
    Program.Running watching = program.start("watch", id);
    Await.until(() -> said(watching).contains("by now epoch "), () -> "the watch");
    running.process().destroyForcibly();
    Program.Result watched = watching.end();
    assertThat(watched.exit()).isEqualTo(1);
    assertThat(watched.err()).contains("CRASHED: its process (", "ended without a word");
    assertThat(program.run("stop", id).err()).contains("nothing to stop: ", "CRASHED");
    assertThat(folder().stopRequest()).doesNotExist();
  }

  @Test
  void whoeverStopsWatchingLeavesTheRunAlone() throws Exception {
    Program.Running watching = program.start("watch", id);
    Await.until(() -> said(watching).contains("by now epoch "), () -> "the watch");
    watching.interrupt();
    assertThat(watching.end().exit()).isEqualTo(130);
    assertThat(running.process().isAlive()).isTrue();

    Program.Result asked = program.run("stop", "--no-wait", id);
    assertThat(asked.exit()).as(asked.err()).isZero();
    assertThat(running.end().err()).contains("KILLED: asked to stop by ./run stop");
  }

  private RunFolder folder() {
    return RunFolder.of(program.runs(), id);
  }

  private static boolean isEpoch(String line) {
    return line.startsWith("epoch ");
  }

  private static String said(Program.Running program) throws IOException {
    return Files.readString(program.err());
  }
}
