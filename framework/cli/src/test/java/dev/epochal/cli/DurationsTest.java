package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "9.54, 9.5 s",
    "59.9, 59.9 s",
    "59.96, 1 min 00 s",
    "60, 1 min 00 s",
    "200.4, 3 min 20 s",
    "3599.6, 1 h 00 min",
    "7500, 2 h 05 min",
    "90000, 25 h 00 min",
  })
  void aDurationReadsAsPeopleSayIt(double seconds, String text) {
    assertThat(Durations.text(seconds)).isEqualTo(text);
  }

  @Test
  void whatIsNotOverHasNone() {
    assertThat(Durations.text(null)).isEmpty();
  }
}
