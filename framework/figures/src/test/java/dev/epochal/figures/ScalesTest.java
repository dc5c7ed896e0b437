package dev.epochal.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalesTest {

  @Test
  void ordinaryLossesStandOnALinearScale() {
    assertThat(Scales.fitting(List.of(2.3, 0.1, 0.01))).isEqualTo(LinearScale.ANY);
  }

  @Test
  void positiveValuesOverMoreThanThreeDecadesStandOnALogScale() {
    assertThat(Scales.fitting(List.of(2.3, 1e30, Double.NaN))).isEqualTo(new LogScale());
  }

  @Test
  void aResidualThatCrossesZeroStaysLinear() {
    assertThat(Scales.fitting(List.of(-0.3, -0.1, 1e-9, 0.05))).isEqualTo(LinearScale.ANY);
  }

  @Test
  void aResidualThatDivergesIsLinearOnlyAmongItsSmallValues() {
    assertThat(Scales.fitting(List.of(0.0, -0.3, 0.2, 0.4, 0.5, -1e30)))
        .isEqualTo(new SymlogScale(0.1));
  }

  @Test
  void theRangeHasRoomAroundTheFiniteValues() {
    Range range = Scales.around(List.of(1.0, 2.0, Double.NaN), LinearScale.ANY);

    assertThat(range.getLowerBound()).isEqualTo(0.94, within(1e-9));
    assertThat(range.getUpperBound()).isEqualTo(2.06, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0, 1, -1, 1e30, 1e-30, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE})
  void aConstantHasARangeAroundItWithTicks(double constant) {
    List<Double> values = List.of(constant);
    Scale scale = Scales.fitting(values);
    Range range = Scales.around(values, scale);

    assertThat(range.contains(constant)).isTrue();
    assertThat(range.getLength()).isPositive().isFinite();
    assertThat(scale.ticks(range.getLowerBound(), range.getUpperBound(), 6))
        .hasSizeBetween(1, 24)
        .allMatch(range::contains);
  }

  @Test
  void everyScaleFindsItsValuesAgain() {
    for (Scale scale : List.of(LinearScale.ANY, new LogScale(), new SymlogScale(0.1))) {
      for (double value : new double[] {1e-5, 0.1, 1, 1e30}) {
        assertThat(scale.valueAt(scale.at(value))).isEqualTo(value, within(value * 1e-9));
      }
    }
  }

  @Test
  void ticksAreRoundAndWhole() {
    assertThat(LinearScale.ANY.ticks(0, 1, 5))
        .containsExactly(0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0);
    assertThat(LinearScale.WHOLE.ticks(0.5, 3.5, 12)).containsExactly(1.0, 2.0, 3.0);
    assertThat(new LogScale().ticks(0.5, 2e30, 7))
        .containsExactly(1.0, 1e5, 1e10, 1e15, 1e20, 1e25, 1e30);
    assertThat(new SymlogScale(1).ticks(-150, 20, 6))
        .containsExactly(-100.0, -10.0, -1.0, 0.0, 1.0, 10.0);
  }

  @Test
  void theLargestSpreadThereIsHasAFewTicks() {
    Scale scale = new SymlogScale(1e-300);

    assertThat(scale.ticks(-Double.MAX_VALUE, Double.MAX_VALUE, 6)).hasSizeBetween(3, 9);
  }
}
