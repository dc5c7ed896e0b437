package dev.epochal.runner.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.ParameterHistograms.State;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.engine.network.Network;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParameterRecorderTest {
  @TempDir Path runs;

  @Test
  void theEndIsShownHoweverManyEpochsThereWere() throws Exception {
    RunPlan plan = KilledRun.plan(runs);
    ParameterRecorder recorder =
        new ParameterRecorder(
            Network.create(plan.network(), plan.training().updater(), SeedPlan.derived(1)));
    for (int epoch = 0; epoch <= 103; epoch++) {
      recorder.take(epoch);
      assertThat(epochs(recorder)).startsWith(0).endsWith(epoch).doesNotHaveDuplicates();
    }
    assertThat(epochs(recorder)).hasSize(53).contains(2, 102).doesNotContain(1, 101);
  }

  private static List<Integer> epochs(ParameterRecorder recorder) {
    return recorder
        .histograms(new FigureSubject("r", "i", "d", null))
        .arrays()
        .get(0)
        .states()
        .stream()
        .map(State::epoch)
        .toList();
  }
}
