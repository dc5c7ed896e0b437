package dev.epochal.runner.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.ProcessRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
  private static final int PER_EPOCH = 10;

  @TempDir Path folder;

  private final List<JournalEntry> entries = new ArrayList<>();

  @Test
  void aJournalOfSeveralProcessesTellsWhatOneWouldHave() throws Exception {
    train(0, 400, 7);
    resumed(300);
    train(300, 350, 0);
    resumed(340);
    train(340, 500, 0);
    History straight = new History();
    for (int epoch = 1; epoch <= 500; epoch++) {
      epoch(epoch, epoch).forEach(straight::add);
    }

    History read = History.read(written());

    assertThat(read.epochs()).isEqualTo(straight.epochs());
    assertThat(read.updates().means()).isEqualTo(straight.updates().means());
    assertThat(read.updates().at()).isEqualTo(straight.updates().at());
    assertThat(read.lastSecond()).isEqualTo(500);
  }

  /** A checkpoint is older than what the journal tells. */
  @Test
  void itCanBeReadUpToACheckpoint() throws Exception {
    train(0, 20, 3);

    History read = History.read(written(), 5, 5 * PER_EPOCH + 2);

    assertThat(read.epochs()).hasSize(5);
    assertThat(read.updates().means()).hasSize(5 * PER_EPOCH + 2);
  }

  /** Whole epochs, then updates of the next, with a loss that is none of the others'. */
  private void train(int from, int to, int more) {
    for (int epoch = from + 1; epoch <= to; epoch++) {
      entries.addAll(epoch(epoch, epoch));
      entries.add(new JournalEntry.SystemSample(epoch, new TreeMap<>()));
    }
    entries.addAll(epoch(to + 1, -1).subList(0, more));
  }

  private static List<JournalEntry> epoch(int epoch, double loss) {
    List<JournalEntry> made = new ArrayList<>();
    for (int i = 1; i <= PER_EPOCH; i++) {
      made.add(new JournalEntry.Update((epoch - 1L) * PER_EPOCH + i, loss + i / 100.0));
    }
    made.add(
        new JournalEntry.Epoch(
            epoch, Instant.EPOCH, new TreeMap<>(Map.of("train.loss", loss)), "sha"));
    return made;
  }

  private void resumed(int epochs) {
    entries.add(
        new JournalEntry.Resumed(
            Instant.EPOCH,
            epochs,
            (long) epochs * PER_EPOCH,
            new ProcessRecord("host", 1, Instant.EPOCH),
            new TreeMap<>()));
  }

  private Path written() throws Exception {
    return Files.write(folder.resolve("journal.jsonl"), entries.stream().map(Json::line).toList());
  }
}
