package dev.epochal.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.Registry;
import dev.epochal.registry.folder.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page is told of a journal: no more than it can show, and nothing that does not count. */
final class LiveChunkTest {
  private static final String ID = "aaaa00000001";

  @TempDir Path folder;

  private Runs runs() {
    return new Runs(notices -> Registry.in(folder, notices));
  }

  private static List<Object> steps(LiveChunk chunk, String metric) {
    return chunk.series().get(metric).points().stream().map(point -> point.get(0)).toList();
  }

  @Test
  void aPageIsToldWhatIsNew() throws IOException {
    JournaledRun run = new JournaledRun(folder, ID);
    run.updates(1, 3);
    run.epoch(1, 2.0);
    Runs runs = runs();
    LiveChunk first = LiveChunk.of(runs, ID, 0);
    assertThat(steps(first, "iteration.loss")).containsExactly(1L, 2L, 3L);
    assertThat(first.seconds()).containsExactly(2.5);
    assertThat(first.status()).isEqualTo("RUNNING");
    assertThat(first.over()).isFalse();
    assertThat(first.to()).isEqualTo(Files.size(run.folder.journal()));

    run.updates(4, 5);
    LiveChunk second = LiveChunk.of(runs, ID, first.to());
    assertThat(steps(second, "iteration.loss")).containsExactly(4L, 5L);
    assertThat(second.series()).containsOnlyKeys("iteration.loss");
    assertThat(LiveChunk.of(runs, ID, second.to()).series()).isEmpty();

    run.is(RunStatus.FINISHED, Processes.current());
    assertThat(LiveChunk.of(runs, ID, second.to()).over()).isTrue();
  }

  @Test
  void aLongJournalIsToldInFewPoints() throws IOException {
    JournaledRun run = new JournaledRun(folder, ID);
    run.updates(1, 100_000); // several windows of the reader
    LiveChunk chunk = LiveChunk.of(runs(), ID, 0);
    Reduced losses = chunk.series().get("iteration.loss");
    assertThat(losses.of()).isEqualTo(100_000);
    assertThat(losses.points()).hasSizeBetween(500, 2_000);
    assertThat(losses.points().get(0)).isEqualTo(List.of(1L, 1.0));
    assertThat(steps(chunk, "iteration.loss")).last().isEqualTo(100_000L);
    assertThat(chunk.to()).isEqualTo(Files.size(run.folder.journal()));
  }

  @Test
  void whatIsMadeAgainCountsOnce() throws IOException {
    JournaledRun run = new JournaledRun(folder, ID);
    run.updates(1, 10);
    run.epoch(1, 1.0);
    run.epoch(2, 2.0);
    run.resumed(1, 4);
    run.updates(5, 6);
    run.epoch(2, 4.0);
    Runs runs = runs();
    LiveChunk chunk = LiveChunk.of(runs, ID, 0);
    assertThat(steps(chunk, "iteration.loss")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(steps(chunk, "train.loss")).containsExactly(1L, 2L);
    assertThat(chunk.seconds()).containsExactly(1.5, 4.5);
    assertThat(chunk.resumed()).isEqualTo(new LiveChunk.Resumed(1, 4));
  }

  @Test
  void aPageForgetsWhatWasMadeAgainAfterItWasTold() throws IOException {
    JournaledRun run = new JournaledRun(folder, ID);
    run.updates(1, 10);
    run.epoch(1, 1.0);
    run.epoch(2, 2.0);
    Runs runs = runs();
    long told = LiveChunk.of(runs, ID, 0).to();
    run.resumed(1, 4);
    run.updates(5, 8);
    run.resumed(1, 6); // and again, from further on: what was told after 4 is gone all the same
    run.updates(7, 7);
    LiveChunk chunk = LiveChunk.of(runs, ID, told);
    assertThat(chunk.resumed()).isEqualTo(new LiveChunk.Resumed(1, 4));
    assertThat(steps(chunk, "iteration.loss")).containsExactly(5L, 6L, 7L);
    assertThat(chunk.seconds()).isEmpty();
  }

  @Test
  void aDeadRunIsRecordedAsCrashed() throws IOException {
    JournaledRun run = new JournaledRun(folder, ID);
    run.is(RunStatus.RUNNING, JournaledRun.dead());
    Runs runs = runs();
    assertThat(runs.outline(ID).summary().status()).isEqualTo(RunStatus.CRASHED);
    LiveChunk chunk = LiveChunk.of(runs, ID, 0);
    assertThat(chunk.status()).isEqualTo("CRASHED");
    assertThat(chunk.over()).isTrue();
  }

  @Test
  void aDeadRunIsCrashedWhereThatCannotBeRecorded() throws IOException {
    JournaledRun run = new JournaledRun(folder, ID);
    run.updates(1, 2);
    Path file = Files.createFile(folder.resolve("file"));
    boolean[] usable = {true};
    Runs runs =
        new Runs(
            notices ->
                usable[0]
                    ? Registry.in(folder, notices)
                    : Registry.at(folder, file.resolve("registry.mv.db"), notices));
    runs.folder(ID);
    run.is(RunStatus.RUNNING, JournaledRun.dead());
    usable[0] = false;
    LiveChunk chunk = LiveChunk.of(runs, ID, 0);
    assertThat(chunk.status()).isEqualTo("CRASHED");
    assertThat(chunk.over()).isTrue();
    assertThat(steps(chunk, "iteration.loss")).containsExactly(1L, 2L);
  }
}
