package dev.epochal.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Gaps between splits. */
final class GapsTest {
  @Test
  void aGapIsASplitMinusTrain() {
    assertThat(
            Gaps.of(
                Map.of(
                    "train.loss", 0.25,
                    "validation.loss", 0.5,
                    "test.loss", 1.0,
                    "train.accuracy", 0.75,
                    "test.accuracy", 0.5)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("gap.validation.loss", 0.25, "gap.test.loss", 0.75, "gap.test.accuracy", -0.25));
  }

  @Test
  void withoutAnEvaluationThereIsNoGap() {
    assertThat(Gaps.of(Map.of("time.train.wall", 1.0))).isEmpty();
  }

  @Test
  void aLossThatDivergedLeavesAGapThatIsNoNumber() {
    assertThat(Gaps.of(Map.of("train.loss", Double.NaN, "test.loss", 1.0)).get("gap.test.loss"))
        .isNaN();
  }
}
