package dev.epochal.core.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.stats.Bootstrap;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.stats.Interval;
import dev.epochal.core.stats.NormalTest;
import dev.epochal.core.stats.RankTest;
import dev.epochal.core.stats.SampleSize;
import dev.epochal.core.stats.Spread;
import dev.epochal.core.stats.TTest;
import dev.epochal.core.stats.Trend;
import dev.epochal.core.stats.VarianceEstimate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every interval and p that an answer can say agrees with SciPy ({@code scipy/make_fixture.py},
 * which writes the file beside it) to 1e-6; p to a millionth of itself too.
 */
final class SciPyParityTest {
  private static final JsonNode SAID =
      Json.read(Path.of("src/test/resources/scipy/fixture.json"), JsonNode.class);

  private static final Offset<Double> CLOSE = within(1e-6);

  @ParameterizedTest
  @ValueSource(strings = {"five", "uneven", "ten", "ties", "many", "manyPairs"})
  void twoSamples(String name) {
    JsonNode said = SAID.at("/two/" + name);
    double[] a = numbers(said.get("a"));
    double[] b = numbers(said.get("b"));
    TTest welch = TTest.welch(a, b);

    p(welch.p(), said.at("/welch/p"));
    interval(welch.interval(), said.at("/welch/ci"));
    assertThat(welch.freedom()).isCloseTo(said.at("/welch/freedom").asDouble(), CLOSE);
    p(welch.sameWithin(0.005), said.at("/welch/same"));
    p(RankTest.independent(a, b), said.get("rank"));
    if (said.has("paired")) {
      TTest paired = TTest.paired(a, b);
      p(paired.p(), said.at("/paired/p"));
      interval(paired.interval(), said.at("/paired/ci"));
      p(paired.sameWithin(0.005), said.at("/paired/same"));
      p(RankTest.paired(differences(a, b)), said.get("signed"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"five", "uneven", "ten", "ties", "many", "manyPairs"})
  void theAnswerToTwoLevels(String name) {
    JsonNode said = SAID.at("/two/" + name);
    double[] a = numbers(said.get("a"));
    double[] b = numbers(said.get("b"));
    List<Measured> runs = new ArrayList<>();
    for (int i = 0; i < a.length; i++) {
      runs.add(new Measured("a", "seed " + i, a[i]));
    }
    for (int i = 0; i < b.length; i++) {
      runs.add(new Measured("b", (said.has("paired") ? "seed " : "another ") + i, b[i]));
    }
    AnswerComparison only =
        Answerer.answer(new Asked("x", "validation.accuracy", Goal.MAX, null, 0.005), runs)
            .comparisons()
            .get(0);

    String test = said.has("paired") ? "paired" : "welch";
    p(only.p(), said.at("/" + test + "/p"));
    interval(only.ci(), said.at("/" + test + "/ci"));
    p(only.rankP(), said.get(said.has("paired") ? "signed" : "rank"));
    assertThat(only.effect()).isCloseTo(said.get("g").asDouble(), CLOSE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"five", "eight", "skewed", "loss"})
  void oneSample(String name) {
    JsonNode said = SAID.at("/one/" + name);
    double[] values = numbers(said.get("values"));
    List<Measured> runs = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      runs.add(new Measured("a", "seed " + i, values[i]));
    }
    AnswerLevel level = new Levels(runs).summary("a");

    assertThat(level.mean()).isCloseTo(said.get("mean").asDouble(), CLOSE);
    assertThat(level.sd()).isCloseTo(said.get("sd").asDouble(), CLOSE);
    interval(level.ci(), said.get("ci"));
    interval(Spread.of(values).interval(), said.get("sdCi"));
    interval(Bootstrap.ofMean(values, 1), said.get("bootstrap"));
    if (level.bootstrap() != null) {
      interval(level.bootstrap(), said.get("bootstrap"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"crossed", "apart", "withZero"})
  void trends(String name) {
    JsonNode said = SAID.at("/trend/" + name);
    int[] blocks =
        StreamSupport.stream(said.get("blocks").spliterator(), false)
            .mapToInt(JsonNode::asInt)
            .toArray();
    Trend trend = Trend.of(numbers(said.get("x")), numbers(said.get("y")), blocks);

    assertThat(trend.rho()).isCloseTo(said.get("rho").asDouble(), CLOSE);
    p(trend.p(), said.get("p"));
    assertThat(trend.slope()).isCloseTo(said.get("slope").asDouble(), CLOSE);
    interval(trend.interval(), said.get("ci"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"crossed", "nested", "alone"})
  void variances(String name) {
    JsonNode said = SAID.at("/variance/" + name);
    VarianceEstimate estimate = variance(name);

    assertThat(estimate.n()).isEqualTo(said.get("n").asInt());
    p(estimate.variance(), said.get("variance"));
    assertThat(estimate.freedom()).isCloseTo(said.get("freedom").asDouble(), CLOSE);
    interval(estimate.interval(), said.get("ci"));
    if (SAID.get("share").has(name)) {
      interval(estimate.share(variance("alone")), SAID.at("/share/" + name + "/ci"));
    }
  }

  private static VarianceEstimate variance(String name) {
    List<VarianceEstimate.Cell> cells = new ArrayList<>();
    for (Map.Entry<String, JsonNode> group :
        SAID.at("/variance/" + name + "/groups").properties()) {
      for (Map.Entry<String, JsonNode> level : group.getValue().properties()) {
        cells.add(
            new VarianceEstimate.Cell(level.getKey(), group.getKey(), level.getValue().asDouble()));
      }
    }
    return VarianceEstimate.of(cells).orElseThrow();
  }

  @Test
  void corrections() {
    for (JsonNode said : SAID.get("holm")) {
      assertThat(NormalTest.holm(numbers(said.get("p"))))
          .containsExactly(numbers(said.get("adjusted")), CLOSE);
    }
  }

  @Test
  void normalTails() {
    for (JsonNode said : SAID.get("normal")) {
      assertThat(NormalTest.p(said.get("z").asDouble())).isCloseTo(said.get("p").asDouble(), CLOSE);
    }
  }

  @Test
  void shares() {
    for (JsonNode said : SAID.get("wilson")) {
      interval(Interval.ofShare(said.get("part").asInt(), said.get("all").asInt()), said.get("ci"));
    }
  }

  @Test
  void sizes() {
    for (JsonNode said : SAID.get("size")) {
      int exact = said.get("n").asInt();
      // Above 200 it is looked for in steps.
      assertThat(
              SampleSize.of(
                  said.get("sd").asDouble(),
                  said.get("margin").asDouble(),
                  said.get("alpha").asDouble(),
                  said.get("samples").asInt()))
          .isBetween(exact, exact + exact / 100);
    }
  }

  private static void p(double here, JsonNode said) {
    assertThat(here).isCloseTo(said.asDouble(), within(1e-6 * Math.min(1, said.asDouble())));
  }

  private static void interval(Interval here, JsonNode said) {
    assertThat(here.low()).isCloseTo(said.get(0).asDouble(), CLOSE);
    assertThat(here.high()).isCloseTo(said.get(1).asDouble(), CLOSE);
  }

  private static double[] differences(double[] a, double[] b) {
    double[] differences = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      // Ties of differences are ties of decimals.
      differences[i] = Math.rint((b[i] - a[i]) * 1e9) / 1e9;
    }
    return differences;
  }

  private static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
