package dev.epochal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NonFiniteTest {
  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void finiteValuesAreNotSpokenOf() {
    assertThat(sentences(Map.of("loss", List.of(1.0, 1e300)))).isEmpty();
  }

  @Test
  void anEndWithoutValuesIsSaidWithItsFirstEpoch() {
    assertThat(sentences(Map.of("loss", List.of(1.0, NAN, NAN))))
        .containsExactly("Loss is NaN from epoch 2 on.");
  }

  @Test
  void seriesThatMissTheSameEpochsShareASentence() {
    Map<String, List<Double>> series = new LinkedHashMap<>();
    series.put("train loss", List.of(1.0, NAN, NAN));
    series.put("validation loss", List.of(1.0, NAN, NAN));
    series.put("accuracy", List.of(1.0, 1.0, NAN));

    assertThat(sentences(series))
        .containsExactly(
            "Train loss and validation loss are NaN from epoch 2 on.",
            "Accuracy is NaN in epoch 3.");
  }

  @Test
  void infiniteIsToldFromNan() {
    assertThat(sentences(Map.of("loss", List.of(INF, 1.0, INF))))
        .containsExactly("Loss is infinite in epochs 1, 3.");
    assertThat(sentences(Map.of("loss", List.of(1.0, INF, NAN))))
        .containsExactly("Loss is not finite from epoch 2 on.");
  }

  @Test
  void manyScatteredEpochsAreCounted() {
    List<Double> everyOther =
        IntStream.rangeClosed(1, 20).mapToObj(i -> i % 2 == 0 ? NAN : 1.0).toList();

    assertThat(sentences(Map.of("loss", everyOther)))
        .containsExactly("Loss is NaN in 10 of the 20 epochs, first in epoch 2.");
  }

  @Test
  void noValueAtAllIsSaidSo() {
    assertThat(sentences(Map.of("loss", List.of(NAN, NAN))))
        .containsExactly("Loss is NaN in every epoch.");
    assertThat(sentences(Map.of("loss", List.of(NAN)))).containsExactly("Loss is NaN in epoch 1.");
  }

  private static List<String> sentences(Map<String, List<Double>> series) {
    int epochs = series.values().iterator().next().size();
    return NonFinite.sentences(IntStream.rangeClosed(1, epochs).boxed().toList(), series);
  }
}
