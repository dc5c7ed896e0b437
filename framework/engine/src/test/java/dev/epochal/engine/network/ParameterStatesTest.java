package dev.epochal.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.figure.ParameterHistograms.ParameterArray;
import dev.epochal.core.figure.ParameterHistograms.State;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.UpdaterPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterStatesTest {

  @Test
  void everyParameterIsCountedOnce() {
    Network network =
        Network.create(TinyNetwork.PLAN, new UpdaterPlan.Sgd(0.1, 0), SeedPlan.derived(5));
    List<ParameterArray> arrays = ParameterStates.of(network, 3);

    assertThat(arrays)
        .extracting(array -> array.layer() + " " + array.kind())
        .containsExactly(
            "conv weights",
            "conv biases",
            "hidden weights",
            "hidden biases",
            "output weights",
            "output biases");
    assertThat(arrays.stream().mapToLong(ParameterArray::size).sum())
        .isEqualTo(TinyNetwork.PLAN.parameters());
    for (ParameterArray array : arrays) {
      State state = array.states().get(0);
      assertThat(state.epoch()).isEqualTo(3);
      assertThat(state.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(array.size());
    }
  }

  @Test
  void theExtremesAreInTheOuterBins() {
    State state = ParameterStates.state(new float[] {-1, 0, 3}, 0);

    assertThat(state.min()).isEqualTo(-1);
    assertThat(state.max()).isEqualTo(3);
    assertThat(state.mean()).isEqualTo(2 / 3.0, within(1e-12));
    assertThat(state.counts()).startsWith(1L).endsWith(1L);
  }

  @Test
  void whatIsNotFiniteIsCountedApart() {
    State some = ParameterStates.state(new float[] {Float.NaN, 2, Float.POSITIVE_INFINITY}, 0);
    State none = ParameterStates.state(new float[] {Float.NaN}, 0);

    assertThat(some.notFinite()).isEqualTo(2);
    assertThat(some.mean()).isEqualTo(2);
    assertThat(some.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(1);
    assertThat(none.mean()).isNaN();
    assertThat(none.counts()).isEmpty();
  }
}
