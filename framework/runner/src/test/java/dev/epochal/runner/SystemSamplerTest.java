package dev.epochal.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** When samples are taken. */
final class SystemSamplerTest {
  private final List<JournalEntry> journal = new ArrayList<>();

  @Test
  void theFirstSampleIsTakenAtOnceAndTheLastOneOnClosing() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    try (SystemSampler sampler =
        SystemSampler.start(
            TreeMap::new,
            Instant.now(),
            entry -> {
              journal.add(entry);
              first.countDown();
            })) {
      first.await();
    }
    assertThat(journal)
        .containsExactly(
            new JournalEntry.SystemSample(0, new TreeMap<>()),
            new JournalEntry.SystemSample(1, new TreeMap<>()));
  }

  @Test
  void secondsCountFromTheBeginningOfTheRun() throws Exception {
    SystemSampler.start(TreeMap::new, Instant.now().minusSeconds(3600), journal::add).close();
    assertThat(journal.get(0)).isEqualTo(new JournalEntry.SystemSample(3600, new TreeMap<>()));
  }

  @Test
  void aMinuteHasASamplePerSecondAndAWeekAFewThousand() {
    assertThat(samplesOf(Duration.ofMinutes(1))).isEqualTo(60);
    assertThat(samplesOf(Duration.ofDays(7))).isBetween(3_000, 7_000);
  }

  private static int samplesOf(Duration run) {
    int samples = 0;
    for (long at = 0; at < run.toNanos(); at += SystemSampler.pause(at)) {
      samples++;
    }
    return samples;
  }
}
