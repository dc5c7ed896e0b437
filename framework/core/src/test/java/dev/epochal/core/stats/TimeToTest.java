package dev.epochal.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.Series;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How soon a metric reached a value. */
final class TimeToTest {
  private static final Map<String, Series> HISTORY =
      Map.of(
          "validation.accuracy", perEpoch(0.5, 0.8, 0.7, 0.9),
          "validation.loss", perEpoch(Double.NaN, 1.5, 0.75, 0.5),
          "train.seconds", perEpoch(2, 2, 4, 8),
          "data.seconds", perEpoch(0.25, 0.25, 0.25, 0.25),
          "validation.seconds", perEpoch(100, 100, 100, 100));

  private static Series perEpoch(double... values) {
    long[] steps = new long[values.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = i + 1;
    }
    return new Series(steps, values);
  }

  @Test
  void accuracyRisesToItsValue() {
    assertThat(TimeTo.parse("epochsTo(validation.accuracy, 0.8)").of(HISTORY)).hasValue(2);
    assertThat(TimeTo.parse("epochsTo(validation.accuracy, 0.85)").of(HISTORY)).hasValue(4);
  }

  @Test
  void lossFallsToItsValueAndNotANumberIsNotBelowAnything() {
    assertThat(TimeTo.parse("epochsTo(validation.loss, 2)").of(HISTORY)).hasValue(2);
    assertThat(TimeTo.parse("epochsTo(validation.loss,0.75)").of(HISTORY)).hasValue(3);
  }

  @Test
  void secondsAreThoseOfTrainingAndOfBatches() {
    assertThat(TimeTo.parse("secondsTo(validation.loss, 0.75)").of(HISTORY)).hasValue(8.75);
  }

  @Test
  void aValueNeverReachedIsCensored() {
    assertThat(TimeTo.parse("epochsTo(validation.accuracy, 0.95)").of(HISTORY)).isEmpty();
    assertThat(TimeTo.parse("secondsTo(validation.loss, 0.1)").of(HISTORY)).isEmpty();
  }

  @Test
  void aMetricWithoutHistoryIsNeverReached() {
    assertThat(TimeTo.parse("epochsTo(train.accuracy, 0.1)").of(HISTORY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "epochsTo",
        "epochsTo()",
        "epochsTo(validation.accuracy)",
        "epochsTo(validation.accuracy, 0.8",
        "epochsTo(validation.accuracy, high)",
        "epochsTo(validation.accuracy, NaN)",
        "epochsTo(iteration.loss, 0.5)",
        "secondsTo(system.cpu, 50)",
        "minutesTo(validation.accuracy, 0.8)",
      })
  void whatIsNoCallIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> TimeTo.parse(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("for example: epochsTo(validation.accuracy, 0.8)");
  }

  @Test
  void itIsWrittenAsItIsRead() {
    assertThat(TimeTo.parse("epochsTo( validation.loss ,0.5 )"))
        .hasToString("epochsTo(validation.loss, 0.5)");
  }
}
