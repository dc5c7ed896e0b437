package dev.epochal.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts of true and predicted classes. */
final class ConfusionMatrixTest {
  /**
   * Ten images of the classes a, b, c, d: c is never predicted, d never occurs. By hand: a is right
   * 3 times, taken for b once; b right twice, taken for a once and for d once; c taken for a twice.
   */
  static final Predictions TEN =
      predictions(
          4, new int[] {0, 0, 0, 0, 1, 1, 1, 1, 2, 2}, new int[] {0, 0, 0, 1, 1, 1, 0, 3, 0, 0});

  private final ConfusionMatrix matrix = ConfusionMatrix.of(TEN);

  static Predictions predictions(int classes, int[] labels, int[] predicted) {
    return new Predictions(
        new int[labels.length],
        labels,
        predicted,
        new float[labels.length * classes],
        classes,
        0.25);
  }

  @Test
  void rowsAreTrueClassesAndColumnsPredictedOnes() {
    assertThat(matrix.counts())
        .containsExactly(
            List.of(3, 1, 0, 0), List.of(1, 2, 0, 1), List.of(2, 0, 0, 0), List.of(0, 0, 0, 0));
    assertThat(matrix.classes()).isEqualTo(4);
    assertThat(matrix.total()).isEqualTo(10);
  }

  @Test
  void aClassAgainstTheRestIsCountedByRowAndColumn() {
    assertThat(matrix.oneVsRest(0)).isEqualTo(new OneVsRest(3, 3, 3, 1));
    assertThat(matrix.oneVsRest(1)).isEqualTo(new OneVsRest(2, 1, 5, 2));
    assertThat(matrix.oneVsRest(2)).isEqualTo(new OneVsRest(0, 0, 8, 2));
    assertThat(matrix.oneVsRest(3)).isEqualTo(new OneVsRest(0, 1, 9, 0));
  }

  @Test
  void ratiosAreThoseOfTheCounts() {
    OneVsRest a = matrix.oneVsRest(0);

    assertThat(a.precision()).isEqualTo(3 / 6.0);
    assertThat(a.recall()).isEqualTo(3 / 4.0);
    assertThat(a.falsePositiveRate()).isEqualTo(3 / 6.0);
    assertThat(a.f1()).isEqualTo(6 / 10.0);
  }

  @Test
  void aClassThatIsNeverPredictedHasPrecisionZero() {
    OneVsRest c = matrix.oneVsRest(2);

    assertThat(c.precision()).isZero();
    assertThat(c.recall()).isZero();
    assertThat(c.f1()).isZero();
    assertThat(c.falsePositiveRate()).isZero();
  }

  @Test
  void aClassThatNeverOccursHasRecallZero() {
    OneVsRest d = matrix.oneVsRest(3);

    assertThat(d.precision()).isZero();
    assertThat(d.recall()).isZero();
    assertThat(d.f1()).isZero();
    assertThat(d.falsePositiveRate()).isEqualTo(1 / 10.0);
  }

  @Test
  void aClassThatIsEverythingHasFalsePositiveRateZero() {
    OneVsRest all =
        ConfusionMatrix.of(predictions(1, new int[] {0, 0}, new int[] {0, 0})).oneVsRest(0);

    assertThat(all).isEqualTo(new OneVsRest(2, 0, 0, 0));
    assertThat(all.falsePositiveRate()).isZero();
    assertThat(all.precision()).isEqualTo(1);
  }
}
