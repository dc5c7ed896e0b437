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
  private static final FigureSubject SUBJECT = new FigureSubject("r", "i", "d", null);

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
    return recorder.histograms(SUBJECT).arrays().get(0).states().stream()
        .map(State::epoch)
        .toList();
  }

  /**
   * Wherever a kill comes: what was written by then may be newer than the checkpoint, or thinner.
   */
  @Test
  void goingOnShowsWhatARunShowsThatNeverStopped() throws Exception {
    Network network = network();
    int end = 230;
    for (int written : new int[] {0, 1, 7, 100, 101, 150, 203}) {
      ParameterRecorder killed = taken(network, 0, written);
      for (int checkpoint : new int[] {0, 1, 6, 99, 100, 149, 203}) {
        if (checkpoint <= written) {
          ParameterRecorder resumed = new ParameterRecorder(network);
          resumed.restore(killed.histograms(SUBJECT), checkpoint);
          for (int epoch = checkpoint; epoch <= end; epoch++) {
            resumed.take(epoch);
          }
          assertThat(resumed.histograms(SUBJECT))
              .as("written %d, from %d", written, checkpoint)
              .isEqualTo(taken(network, 0, end).histograms(SUBJECT));
        }
      }
    }
  }

  private static ParameterRecorder taken(Network network, int from, int to) {
    ParameterRecorder recorder = new ParameterRecorder(network);
    for (int epoch = from; epoch <= to; epoch++) {
      recorder.take(epoch);
    }
    return recorder;
  }

  private Network network() throws Exception {
    RunPlan plan = KilledRun.plan(runs);
    return Network.create(plan.network(), plan.training().updater(), SeedPlan.derived(1));
  }
}
