package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.Series;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledRunIT {
  private static final int UPDATES_PER_EPOCH = 100;

  @TempDir Path runs;

  /** Trains for ever, and says the id at once and that three epochs are over. */
  static final class Trainer {
    public static void main(String[] arguments) throws Exception {
      Path runs = Path.of(arguments[0]);
      RunRecorder recorder =
          Registry.in(runs, System.err::println)
              .register(
                  Fixtures.record(""), named -> RunRecorder.start(runs, named, Fixtures.inputs()));
      long update = 0;
      for (int epoch = 1; true; epoch++) {
        for (int i = 0; i < UPDATES_PER_EPOCH; i++) {
          recorder.record(new JournalEntry.Update(++update, 1.0 / update));
        }
        recorder.record(Fixtures.epoch(epoch, 1.0 / epoch));
        Thread.sleep(20);
        if (epoch == 20) {
          System.out.println(recorder.record().id());
        }
      }
    }
  }

  @Test
  @Timeout(60)
  void aRunKilledInTheMiddleHasCrashedAndKeepsItsHistory() throws Exception {
    List<String> notices = new ArrayList<>();
    Registry registry = Registry.in(runs, notices::add);
    Process child = Children.start(Trainer.class, runs);
    String id = Children.line(child);
    assertThat(registry.show(id).summary().status()).isEqualTo(RunStatus.RUNNING);
    child.toHandle().destroyForcibly();
    assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();

    RunDetail detail = registry.show(id);
    assertThat(detail.summary().status()).isEqualTo(RunStatus.CRASHED);
    assertThat(detail.summary().name()).isEqualTo("baseline-1");
    // An epoch is flushed at once, but a slow disk may lag behind; what there is has no gaps.
    Series losses = detail.history().get("iteration.loss");
    assertThat(losses.size()).isGreaterThanOrEqualTo(10 * UPDATES_PER_EPOCH);
    assertThat(losses.steps()).isEqualTo(LongStream.rangeClosed(1, losses.size()).toArray());
    assertThat(detail.history().get("train.loss").size()).isGreaterThanOrEqualTo(10);
    assertThat(Json.read(RunFolder.of(runs, id).record(), RunRecord.class).status())
        .isEqualTo(RunStatus.CRASHED);
    assertThat(notices).isEmpty();
  }
}
