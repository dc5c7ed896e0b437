package dev.epochal.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.EpochResult;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.StopRequest;
import dev.epochal.runner.machine.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that another process asks to stop: a file in their folder. */
final class StoppedRunTest {
  @TempDir Path home;

  @Test
  void aRunThatIsAskedWhileItTrainsIsKilledAndSaved() throws Exception {
    RunRecord ended = execute(new Asking("epoch 1"));

    assertThat(ended.status()).isEqualTo(RunStatus.KILLED);
    assertThat(ended.reason()).isEqualTo("asked to stop by ./run stop after epoch 1 of 3");
    assertThat(ended.artifacts())
        .extracting(ArtifactRecord::name)
        .contains("checkpoints/epoch-1.zip", "model/final.zip")
        .doesNotContain(".stop");
    assertThat(ended.metrics()).doesNotContainKey("test.accuracy");
    assertThat(folder(ended).stopRequest()).doesNotExist();
  }

  @Test
  void aRunThatIsAskedWhileItIsEvaluatedComesToItsEnd() throws Exception {
    RunRecord ended = execute(new Asking("evaluating"));

    assertThat(ended.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(ended.reason()).startsWith("asked to stop by ./run stop when training was over");
    assertThat(ended.metrics()).containsKey("test.accuracy");
    assertThat(folder(ended).stopRequest()).doesNotExist();
  }

  @Test
  void aLinkInTheFolderIsNoWish() throws Exception {
    Path elsewhere = Files.createFile(home.resolve("elsewhere"));
    RunFolder folder = new RunFolder(Files.createDirectories(home.resolve("abcdefabcdef")));
    Files.createSymbolicLink(folder.stopRequest(), elsewhere);
    assertThat(StopRequest.isAsked(folder)).isFalse();
    StopRequest.remove(folder);
    assertThat(elsewhere).exists();
    StopRequest.ask(folder);
    StopRequest.ask(folder);
    assertThat(StopRequest.isAsked(folder)).isTrue();
  }

  private RunRecord execute(Asking asking) throws Exception {
    Path runs = home.resolve("runs");
    return new RunExecutor(asking)
        .execute(
            new RunRequest(
                TinyRuns.planned(home),
                "stopped",
                Workplace.of(Map.of(), home, runs, runs),
                Machine.here(),
                home,
                () -> false));
  }

  private RunFolder folder(RunRecord run) {
    return RunFolder.of(home.resolve("runs"), run.id());
  }

  /** Asks at a moment, and goes on when the run has heard. */
  private final class Asking implements RunListener {
    private final String moment;
    private final CountDownLatch heard = new CountDownLatch(1);
    private RunFolder folder;

    Asking(String moment) {
      this.moment = moment;
    }

    private void at(String now) {
      if (now.equals(moment)) {
        StopRequest.ask(folder);
        try {
          assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }

    @Override
    public void epochEnded(EpochResult epoch) {
      at("epoch " + epoch.epoch());
    }

    @Override
    public void stage(String name) {
      at(name);
    }

    @Override
    public void message(String sentence) {
      if (sentence.startsWith("asked to stop by ./run stop")) {
        heard.countDown();
      }
    }

    @Override
    public void ready(
        RunPlan plan, RunRecord run, DatasetRecord dataset, SortedMap<String, String> environment) {
      folder = folder(run);
    }

    @Override
    public void recording() {}

    @Override
    public void updated(int images, double loss) {}

    @Override
    public void finished(RunRecord run, RunFolder folder) {}

    @Override
    public void downloaded(String file, long bytes, long total) {}
  }
}
