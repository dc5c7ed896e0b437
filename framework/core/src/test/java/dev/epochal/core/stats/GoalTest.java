package dev.epochal.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoalTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test.loss",
        "iteration.loss",
        "gap.validation.loss",
        "time.train.wall",
        "train.seconds",
        "test.falsePositiveRate.macro",
        "test.fn.7",
        "test.fp.accuracy",
        "system.gc.seconds",
        "system.memory.rss.peak",
        "epochsTo(validation.accuracy, 0.8)"
      })
  void theLowestOfTheseIsBest(String metric) {
    assertThat(Goal.of(metric)).hasValue(Goal.MIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test.accuracy",
        "gap.test.accuracy",
        "test.f1.macro",
        "validation.auc.3",
        "train.precision.micro",
        "test.recall.macro",
        "test.tp.0",
        "test.auc.loss",
        "test.f1.seconds"
      })
  void theHighestOfTheseIsBest(String metric) {
    assertThat(Goal.of(metric)).hasValue(Goal.MAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.parameters", "best.epoch", "stopped.epoch", "system.cpu.mean"})
  void theseAreJustNumbers(String metric) {
    assertThat(Goal.of(metric)).isEmpty();
  }
}
