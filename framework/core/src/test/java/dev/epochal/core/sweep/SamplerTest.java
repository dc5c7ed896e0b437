package dev.epochal.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.sweep.Distribution.Categorical;
import dev.epochal.core.sweep.Distribution.IntUniform;
import dev.epochal.core.sweep.Distribution.Normal;
import dev.epochal.core.sweep.Distribution.Scale;
import dev.epochal.core.sweep.Distribution.Uniform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SamplerTest {
  private static final int TRIALS = 60;
  private static final int SEEDS = 20;

  private static final List<Distribution> PLANE =
      List.of(new Uniform(-5, 10, Scale.LINEAR, 0), new Uniform(0, 15, Scale.LINEAR, 0));

  @Test
  void distributionsMapTheUnitIntervalToTheirValues() {
    assertThat(new Uniform(0, 10, Scale.LINEAR, 0).at(0.25)).isEqualTo("2.5");
    assertThat(new Uniform(0, 10, Scale.LINEAR, 2).at(0.29)).isEqualTo("2");
    assertThat(new Uniform(1e-4, 1, Scale.LOG, 0).at(0.5)).isEqualTo("0.01");
    assertThat(new IntUniform(1, 3).at(0)).isEqualTo("1");
    assertThat(new IntUniform(1, 3).at(0.9999)).isEqualTo("3");
    assertThat(new Normal(3, 2, Scale.LINEAR, 0).at(0.5)).isEqualTo("3");
    assertThat(new Normal(0, 1, Scale.LINEAR, 0).at(0.975)).isEqualTo("1.959964");
    assertThat(new Categorical(List.of("a", "b", "c"), List.of(0.2, 0.5, 0.3)).at(0.69))
        .isEqualTo("b");
    assertThat(Categorical.of(List.of("a", "b")).at(0.5)).isEqualTo("b");
  }

  @Test
  void aTrialsPointDependsOnSeedNumberAndPastAlone() {
    List<Observation> past = new ArrayList<>();
    ParzenSampler one = new ParzenSampler(7, PLANE);
    for (int trial = 0; trial < 30; trial++) {
      double[] point = one.point(trial, past);
      assertThat(new ParzenSampler(7, PLANE).point(trial, past)).isEqualTo(point);
      assertThat(Arrays.stream(point)).allMatch(u -> u >= 0 && u < 1);
      past.add(new Observation(point, trial % 7 == 3 ? Double.NaN : branin(values(PLANE, point))));
    }
    assertThat(new ParzenSampler(8, PLANE).point(30, past)).isNotEqualTo(one.point(30, past));
  }

  @Test
  void beatsRandomOnBranin() {
    assertThat(medianBest(PLANE, SamplerTest::branin, true))
        .isLessThan(medianBest(PLANE, SamplerTest::branin, false));
  }

  @Test
  void beatsRandomOnALearningRateAnUpdaterAndABatchSize() {
    List<Distribution> keys =
        List.of(
            new Uniform(1e-5, 10, Scale.LOG, 0),
            Categorical.of(List.of("sgd", "adam", "rmsprop", "adagrad")),
            new IntUniform(4, 9));
    assertThat(medianBest(keys, SamplerTest::training, true))
        .isLessThan(medianBest(keys, SamplerTest::training, false));
  }

  /** Branin and Hoo's function, smallest value 0.397887. */
  private static double branin(List<String> at) {
    double x = Double.parseDouble(at.get(0));
    double y = Double.parseDouble(at.get(1));
    double bowl = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
    return bowl * bowl + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
  }

  /**
   * Like a validation loss: a valley over the logarithm of the rate, whose place the updater moves.
   */
  private static double training(List<String> at) {
    double rate = Math.log10(Double.parseDouble(at.get(0)));
    int updater = List.of("sgd", "adam", "rmsprop", "adagrad").indexOf(at.get(1));
    double batch = Double.parseDouble(at.get(2));
    double best = -1 - updater;
    return 0.1 * updater + Math.pow(rate - best, 2) + 0.05 * Math.pow(batch - 6, 2);
  }

  private static double medianBest(
      List<Distribution> keys, Function<List<String>, Double> function, boolean parzen) {
    double[] best =
        IntStream.range(0, SEEDS)
            .mapToDouble(
                seed ->
                    best(
                        keys,
                        function,
                        parzen
                            ? new ParzenSampler(seed, keys)
                            : new RandomSampler(seed, keys.size())))
            .sorted()
            .toArray();
    return (best[SEEDS / 2 - 1] + best[SEEDS / 2]) / 2;
  }

  private static double best(
      List<Distribution> keys, Function<List<String>, Double> function, Sampler sampler) {
    List<Observation> past = new ArrayList<>();
    for (int trial = 0; trial < TRIALS; trial++) {
      double[] point = sampler.point(trial, past);
      past.add(new Observation(point, function.apply(values(keys, point))));
    }
    return past.stream().mapToDouble(Observation::value).min().orElseThrow();
  }

  private static List<String> values(List<Distribution> keys, double... point) {
    return IntStream.range(0, point.length).mapToObj(i -> keys.get(i).at(point[i])).toList();
  }

  @Test
  void randomPointsOfNeighbouringTrialsAreUnrelated() {
    RandomSampler sampler = new RandomSampler(1, 1);
    double[] first =
        IntStream.range(0, 1000).mapToDouble(i -> sampler.point(i, List.of())[0]).toArray();
    assertThat(Arrays.stream(first).average().orElseThrow()).isBetween(0.45, 0.55);
    double correlation =
        IntStream.range(1, 1000)
                .mapToDouble(i -> (first[i] - 0.5) * (first[i - 1] - 0.5))
                .average()
                .orElseThrow()
            * 12;
    assertThat(correlation).isBetween(-0.1, 0.1);
  }
}
