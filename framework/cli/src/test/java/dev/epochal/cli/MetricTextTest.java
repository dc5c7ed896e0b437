package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people read them. */
class MetricTextTest {

  @ParameterizedTest
  @CsvSource({
    "test.accuracy, 0.8523, 85.23 %",
    "test.loss, 0.46, 0.4600",
    "test.loss, 0.00001234, 1.2e-05",
    "test.loss, NaN, NaN",
    "gap.test.accuracy, -0.02, -2.00 %",
    "time.train.wall, 12.34, 12.3 s",
    "train.seconds, 5, 5.0 s",
    "'secondsTo(validation.loss, 0.5)', 5, 5.0 s",
    "model.parameters, 1199882, 1199882",
    "test.tp.3, 95, 95",
    "system.memory.rss.peak, 1048576, 1 MiB",
  })
  void eachKindInItsUnit(String metric, double value, String text) {
    assertThat(MetricText.value(metric, value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "test.accuracy, 0.012, +1.20",
    "test.accuracy, -0.012, -1.20",
    "test.loss, 0.25, +0.2500",
    "time.train.wall, -2.5, -2.5",
    "system.memory.rss.peak, 1048576, +1",
    "best.epoch, 0, +0",
  })
  void differencesAlwaysHaveASignAndNoUnit(String metric, double difference, String text) {
    assertThat(MetricText.delta(metric, difference)).isEqualTo(text);
  }

  @Test
  void aMeanStandsWithHalfItsInterval() {
    assertThat(MetricText.mean("test.accuracy", 0.85, 0.0248)).isEqualTo("85.00 ± 2.48 %");
    assertThat(MetricText.mean("test.loss", 0.5, 0.01)).isEqualTo("0.5000 ± 0.0100");
    assertThat(MetricText.mean("test.accuracy", 0.85, Double.NaN)).isEqualTo("85.00 %");
  }
}
