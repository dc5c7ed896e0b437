package dev.epochal.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GridTest {
  private static final Axis BATCH = new Axis("training.batchSize", List.of("64", "512"));
  private static final Axis SEED = new Axis("seed", List.of("1", "2", "3"));
  private static final Axis RATE = new Axis("training.updater.learningRate", List.of("0.1", "0.8"));

  @Test
  void combinesAllTheLastFastest() {
    List<Map<String, String>> all = grid(List.of(BATCH, SEED)).combinations();

    assertThat(all).hasSize(6).doesNotHaveDuplicates();
    assertThat(all.get(1))
        .containsExactly(Map.entry("training.batchSize", "64"), Map.entry("seed", "2"));
    assertThat(all.get(3)).containsEntry("training.batchSize", "512").containsEntry("seed", "1");
  }

  @Test
  void zippedKeysGoTogether() {
    Grid grid =
        new Grid(List.of(BATCH, SEED, RATE), List.of(List.of(BATCH.key(), RATE.key())), List.of());

    assertThat(grid.combinations()).hasSize(6);
    assertThat(grid.combinations())
        .allSatisfy(
            one ->
                assertThat(one.get(RATE.key()))
                    .isEqualTo(one.get(BATCH.key()).equals("64") ? "0.1" : "0.8"));
  }

  @Test
  void excludedCombinationsAreLeftOut() {
    Grid grid =
        new Grid(
            List.of(BATCH, SEED),
            List.of(),
            List.of(Map.of("seed", "2"), Map.of(BATCH.key(), "64", "seed", "3")));

    assertThat(grid.combinations())
        .extracting(one -> one.get(BATCH.key()) + " " + one.get("seed"))
        .containsExactly("64 1", "512 1", "512 3");
  }

  @Test
  void refusesWhatCannotBeZippedOrIsTooMuch() {
    assertThatThrownBy(
            () ->
                new Grid(List.of(BATCH, SEED), List.of(List.of(BATCH.key(), "seed")), List.of())
                    .combinations())
        .hasMessageContaining("zips training.batchSize with 2 values and seed with 3");
    assertThatThrownBy(
            () -> new Grid(List.of(SEED), List.of(List.of("seed", "x")), List.of()).combinations())
        .hasMessageContaining("zips x, which it does not vary");
    Axis long1 = new Axis("a", IntStream.range(0, 1000).mapToObj(Integer::toString).toList());
    Axis long2 = new Axis("b", long1.values());
    assertThatThrownBy(() -> grid(List.of(long1, long2)).combinations())
        .hasMessageContaining("more than 100000 combinations");
    assertThatThrownBy(() -> new Grid(List.of(SEED), List.of(), List.of(Map.of())).combinations())
        .hasMessageContaining("no combination that is not excluded");
  }

  @Test
  void oneAxisOfNoneIsOneEmptyCombination() {
    assertThat(grid(Collections.emptyList()).combinations()).containsExactly(Map.of());
  }

  private static Grid grid(List<Axis> axes) {
    return new Grid(axes, List.of(), List.of());
  }
}
