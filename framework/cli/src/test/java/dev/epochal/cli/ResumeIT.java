package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./run resume} of runs that were really killed. */
final class ResumeIT {
  @TempDir static Path home;

  private static Program program;
  private static Path spec;
  private static JsonNode straight;

  @BeforeAll
  static void aRunThatNeverStops() throws Exception {
    program = new Program(home);
    program.setEnvironment("OMP_NUM_THREADS", "1");
    spec = program.spec("killed.yaml", ResumedRuns.SPEC);
    Program.Result ran = program.run("run", spec, "--name", "straight", "--json");
    assertThat(ran.exit()).as(ran.err()).isZero();
    straight = ran.json();
  }

  /** Twice the same run is killed, and twice it goes on. */
  @Test
  void aRunThatWasKilledTwiceEndsAsIfItNeverWas() throws Exception {
    Program.Running first = program.start("run", spec, "--name", "twice");
    RunFolder folder = folder("twice");
    await(first, folder, "\"epoch\":8,");
    first.process().destroyForcibly();
    first.end();
    assertThat(program.run("show", "twice").out())
        .contains("CRASHED: its process (", "next       ./run resume " + folder.id());

    Program.Running second = program.start("resume", "twice");
    await(second, folder, "\"epoch\":14,");
    second.process().destroyForcibly();
    second.end();
    Program.Result third = program.run("resume", "twice", "--json");

    assertThat(third.exit()).as(third.err()).isZero();
    assertThat(third.err()).contains("Goes on after epoch ", "FINISHED");
    ResumedRuns.assertSame(straight, third.json());
    ResumedRuns.assertWhole(folder);
    Program.Result again = program.run("resume", "twice");
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("is FINISHED", "./run rerun " + folder.id());
  }

  @Test
  void aRunThatWasKilledWhileItWasEvaluatedIsEvaluatedAgain() throws Exception {
    Program.Running running = program.start("run", spec, "--name", "evaluated");
    RunFolder folder = folder("evaluated");
    Await.until(
        () -> Files.isDirectory(folder.path().resolve("predictions")) || gone(running),
        () -> "the evaluation");
    running.process().destroyForcibly();
    running.end();
    // Drawing takes longer than it takes to see that the evaluation has begun.
    assertThat(program.run("list").out()).contains("CRASHED");

    Program.Result resumed = program.run("resume", "evaluated", "--json");

    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("Goes on after epoch ");
    ResumedRuns.assertSame(straight, resumed.json());
  }

  @Test
  void aRunThatWasKilledBeforeItsFirstCheckpointBeginsAnew() throws Exception {
    String late = "training.checkpoint.every=1000";
    Program.Running running = program.start("run", spec, "--name", "early", late);
    RunFolder folder = folder("early");
    await(running, folder, "\"epoch\":5,");
    running.process().destroyForcibly();
    running.end();
    program.run("list");
    assertThat(folder.checkpoints()).doesNotExist();

    Program.Result resumed = program.run("resume", "early", "--json");

    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("Goes on from the beginning: there is no checkpoint");
    ResumedRuns.assertSame(straight, resumed.json());
  }

  /** SIGTERM in the middle of an epoch, and once more while it goes on. */
  @Test
  void aRunThatWasAskedToStopGoesOnWhereItStood() throws Exception {
    Program.Running running = program.start("run", spec, "--name", "asked");
    RunFolder folder = folder("asked");
    await(running, folder, "\"epoch\":4,");
    running.process().destroy();
    Program.Result stopped = running.end();
    assertThat(stopped.exit()).as(stopped.err()).isEqualTo(130);
    assertThat(stopped.err()).contains("./run resume " + folder.id());
    Program.Running second = program.start("resume", "asked");
    await(second, folder, "\"entry\":\"resumed\"");
    Program.Result meanwhile = program.run("resume", "asked");
    second.process().destroy();
    assertThat(second.end().exit()).isIn(0, 130);
    assertThat(meanwhile.exit()).isEqualTo(2);
    assertThat(meanwhile.err()).containsAnyOf("goes on in process", "is FINISHED");

    RunRecord record = Json.read(folder.record(), RunRecord.class);
    // It may have come to its end before it was asked.
    if (record.status() == RunStatus.KILLED) {
      Program.Result resumed = program.run("resume", "asked");
      assertThat(resumed.exit()).as(resumed.err()).isZero();
    }
    ResumedRuns.assertSame(straight, program.run("show", "asked", "--json").json());
  }

  @Test
  void anotherNumberOfThreadsIsSaidLoudly() throws Exception {
    Program.Running running = program.start("run", spec, "--name", "threads");
    RunFolder folder = folder("threads");
    await(running, folder, "\"epoch\":4,");
    running.process().destroyForcibly();
    running.end();
    Program other = new Program(home);
    other.setEnvironment("OMP_NUM_THREADS", "2");

    Program.Result resumed = other.run("resume", "threads");

    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.err())
        .contains("!!! Not the environment of before", "native.threads is 2, was 1");
  }

  /** The folder that a run gets as soon as it has a record. */
  private static RunFolder folder(String name) throws Exception {
    Await.until(() -> find(name) != null, () -> "a record of " + name);
    return find(name);
  }

  private static RunFolder find(String name) throws Exception {
    for (Path path : program.runFolders()) {
      RunFolder folder = new RunFolder(path);
      if (Json.read(folder.record(), RunRecord.class).name().equals(name)) {
        return folder;
      }
    }
    return null;
  }

  private static void await(Program.Running running, RunFolder folder, String entry)
      throws Exception {
    Await.until(
        () ->
            (Files.exists(folder.journal()) && Files.readString(folder.journal()).contains(entry))
                || gone(running),
        () -> entry + " in the journal");
  }

  private static boolean gone(Program.Running running) {
    return !running.process().isAlive();
  }
}
