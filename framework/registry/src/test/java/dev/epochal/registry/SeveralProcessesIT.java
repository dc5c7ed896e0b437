package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SeveralProcessesIT {
  private static final int RUNS_EACH = 5;

  @TempDir Path runs;

  /** Records a few short runs, one after the other. */
  static final class Recorder {
    public static void main(String[] arguments) {
      Path runs = Path.of(arguments[0]);
      Registry registry = Registry.in(runs, System.err::println);
      for (int i = 0; i < RUNS_EACH; i++) {
        RunRecorder recorder =
            registry.register(
                Fixtures.record(""), named -> RunRecorder.start(runs, named, Fixtures.inputs()));
        recorder.record(Fixtures.epoch(1, i));
        registry.finish(recorder.finish(RunStatus.FINISHED, null, new TreeMap<>()));
      }
    }
  }

  /** Opens the registry, dies with it open. */
  static final class Holder {
    public static void main(String[] arguments) {
      new Database(DatabaseFile.in(Path.of(arguments[0])), java.time.Duration.ofSeconds(10))
          .open(
              sql -> {
                System.out.println("open");
                try {
                  Thread.sleep(60_000);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                return 0;
              });
    }
  }

  @Test
  @Timeout(60)
  void processesThatRecordWhileAnotherListsDoNotDisturbEachOther() throws Exception {
    List<String> notices = new ArrayList<>();
    Registry registry = Registry.in(runs, notices::add);
    List<Process> children =
        List.of(Children.start(Recorder.class, runs), Children.start(Recorder.class, runs));
    while (children.stream().anyMatch(Process::isAlive)) {
      assertThat(registry.list(100)).hasSizeLessThanOrEqualTo(2 * RUNS_EACH);
    }
    assertThat(children).allMatch(child -> child.exitValue() == 0);
    assertThat(registry.list(100))
        .allMatch(run -> run.status() == RunStatus.FINISHED)
        .extracting(RunSummary::name)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 2 * RUNS_EACH).mapToObj(i -> "baseline-" + i).toList());
    assertThat(notices).isEmpty();
  }

  @Test
  @Timeout(60)
  void aProcessKilledWithTheDatabaseOpenLeavesItUsable() throws Exception {
    Registry registry = Registry.in(runs, notice -> {});
    RunRecorder.start(runs, Fixtures.record("kept"), Fixtures.inputs());
    Process holder = Children.start(Holder.class, runs);
    assertThat(Children.line(holder)).isEqualTo("open");
    Thread killer =
        new Thread(
            () -> {
              try {
                Thread.sleep(500);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              holder.destroyForcibly();
            });
    killer.start();
    // Waits while the other process lives, and takes over as soon as it is dead.
    assertThat(registry.list(10)).extracting(RunSummary::name).containsExactly("kept");
    assertThat(holder.waitFor(10, TimeUnit.SECONDS)).isTrue();
    killer.join();
  }
}
