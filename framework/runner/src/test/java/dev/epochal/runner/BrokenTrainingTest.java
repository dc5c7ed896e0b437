package dev.epochal.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.EpochResult;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.engine.network.SavedModel;
import dev.epochal.runner.machine.Machine;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training that an error ends. */
final class BrokenTrainingTest {
  @TempDir Path home;

  @Test
  void keepsItsBestModel() throws Exception {
    Path runs = home.resolve("runs");
    RunRecord ended =
        new RunExecutor(new Breaking(3))
            .execute(
                new RunRequest(
                    TinyRuns.planned(home),
                    "broken",
                    Workplace.of(Map.of(), home, runs, runs),
                    Machine.here(),
                    home,
                    () -> false));

    assertThat(ended.status()).isEqualTo(RunStatus.FAILED);
    assertThat(ended.reason()).isEqualTo("broken in epoch 3");
    Path best = RunFolder.of(runs, ended.id()).bestModel();
    assertThat(SavedModel.load(best).dl4j().numParams()).isEqualTo(7_850);
    assertThat(ended.artifacts()).anyMatch(artifact -> artifact.name().equals("model/best.zip"));
  }

  /** Breaks an epoch. */
  private static final class Breaking extends SilentListener {
    private final int epoch;

    Breaking(int epoch) {
      this.epoch = epoch;
    }

    @Override
    public void epochEnded(EpochResult ended) {
      if (ended.epoch() == epoch) {
        throw new IllegalStateException("broken in epoch " + epoch);
      }
    }
  }
}
