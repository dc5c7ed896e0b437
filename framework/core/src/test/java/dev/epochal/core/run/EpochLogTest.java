package dev.epochal.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class EpochLogTest {
  private final EpochLog log = new EpochLog();

  @Test
  void whatAnotherProcessMakesAgainTakesThePlaceOfWhatWas() {
    add(0, 1, 2, 3, 4);
    log.add(resumed(2));
    assertThat(log.all()).extracting(JournalEntry.Epoch::epoch).containsExactly(1, 2);
    add(3);
    assertThat(log.all()).extracting(JournalEntry.Epoch::epoch).containsExactly(1, 2, 3);
  }

  @Test
  void anEpochThatComesAgainTakesThePlaceOfAllFromItOn() {
    add(1, 2, 3, 2);
    assertThat(log.all()).extracting(JournalEntry.Epoch::epoch).containsExactly(1, 2);
  }

  @Test
  void beginningAnewForgetsEverything() {
    add(0, 1, 2);
    log.add(resumed(0));
    assertThat(log.all()).isEmpty();
  }

  @Test
  void aResumptionIsReadAsItWasWritten() throws Exception {
    JournalEntry.Resumed resumed =
        new JournalEntry.Resumed(
            Instant.parse("2026-01-02T03:04:05Z"),
            7,
            70,
            new ProcessRecord("host", 12, Instant.EPOCH),
            new TreeMap<>(Map.of("native.threads", new JournalEntry.Difference("2", null))));
    assertThat(Json.parse(Json.line(resumed), JournalEntry.class)).isEqualTo(resumed);
  }

  private void add(int... epochs) {
    for (int epoch : epochs) {
      log.add(new JournalEntry.Epoch(epoch, Instant.EPOCH, new TreeMap<>(), "sha"));
    }
  }

  private static JournalEntry.Resumed resumed(int epochs) {
    return new JournalEntry.Resumed(
        Instant.EPOCH,
        epochs,
        10L * epochs,
        new ProcessRecord("host", 12, Instant.EPOCH),
        new TreeMap<>());
  }
}
