package dev.epochal.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Agrees with scikit-learn ({@code sklearn/make_fixture.py}, which writes the file beside it):
 * counts are equal, areas within 1e-9.
 */
final class ScikitLearnParityTest {
  private static final JsonNode CASES =
      Json.read(Path.of("src/test/resources/sklearn/fixture.json"), JsonNode.class);

  @ParameterizedTest
  @ValueSource(strings = {"ordinary", "ties", "absent", "perfect"})
  void countsAreEqual(String name) {
    JsonNode expected = CASES.get(name);
    Predictions predictions = predictions(expected);

    assertThat(Json.mapper().<JsonNode>valueToTree(ConfusionMatrix.of(predictions).counts()))
        .isEqualTo(expected.get("confusion"));
    assertThat(predictions.accuracy()).isEqualTo(expected.get("accuracy").asDouble());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ordinary", "ties", "absent", "perfect"})
  void precisionRecallAndF1Agree(String name) {
    ConfusionMatrix matrix = ConfusionMatrix.of(predictions(CASES.get(name)));
    for (int c = 0; c < matrix.classes(); c++) {
      JsonNode expected = CASES.get(name).get("classes").get(c);
      OneVsRest counts = matrix.oneVsRest(c);
      assertThat(counts.precision()).isEqualTo(expected.get("precision").asDouble(), within(1e-12));
      assertThat(counts.recall()).isEqualTo(expected.get("recall").asDouble(), within(1e-12));
      assertThat(counts.f1()).isEqualTo(expected.get("f1").asDouble(), within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ordinary", "ties", "absent", "perfect"})
  void everyPointOfARocCurveAgreesWithItsThreshold(String name) {
    Predictions predictions = predictions(CASES.get(name));
    for (int c = 0; c < predictions.classes(); c++) {
      JsonNode expected = CASES.get(name).get("classes").get(c);
      RocCurve curve = RocCurve.of(counts(predictions, c));

      if (expected.has("auc")) {
        assertThat(curve.falsePositiveRates()).containsExactly(doubles(expected.get("fpr")));
        assertThat(curve.truePositiveRates()).containsExactly(doubles(expected.get("tpr")));
        assertThat(curve.thresholds()).containsExactly(doubles(expected.get("thresholds")));
      } else {
        assertThat(curve.size()).as("points of a curve that does not exist").isZero();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ordinary", "ties", "absent", "perfect"})
  void areasAndTheirVariancesAgree(String name) {
    Predictions predictions = predictions(CASES.get(name));
    for (int c = 0; c < predictions.classes(); c++) {
      JsonNode expected = CASES.get(name).get("classes").get(c);
      AreaUnderRoc area = AreaUnderRoc.of(predictions.scores(c), predictions.areOf(c));

      if (expected.has("auc")) {
        assertThat(area.area()).isEqualTo(expected.get("auc").asDouble(), within(1e-9));
        assertThat(area.variance()).isEqualTo(expected.get("variance").asDouble(), within(1e-12));
      } else {
        assertThat(area.area()).isNaN();
        assertThat(area.interval().low()).isNaN();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ordinary", "ties", "absent", "perfect"})
  void precisionRecallCurvesAgreeBackToFront(String name) {
    Predictions predictions = predictions(CASES.get(name));
    for (int c = 0; c < predictions.classes(); c++) {
      JsonNode expected = CASES.get(name).get("classes").get(c);
      PrecisionRecallCurve curve = PrecisionRecallCurve.of(counts(predictions, c));

      if (expected.has("auc")) {
        assertThat(curve.averagePrecision())
            .isEqualTo(expected.get("averagePrecision").asDouble(), within(1e-9));
        assertThat(reversed(curve.precisions()))
            .containsExactly(doubles(expected.get("precisions")));
        assertThat(reversed(curve.recalls())).containsExactly(doubles(expected.get("recalls")));
        double[] cuts = doubles(expected.get("cuts"));
        assertThat(
                IntStream.range(0, cuts.length).mapToDouble(i -> reversed(curve.thresholds())[i]))
            .containsExactly(
                IntStream.range(0, cuts.length).mapToObj(i -> cuts[i]).toArray(Double[]::new));
      } else {
        assertThat(curve.averagePrecision()).isNaN();
      }
    }
  }

  private static ThresholdCounts counts(Predictions predictions, int c) {
    return ThresholdCounts.of(predictions.scores(c), predictions.areOf(c));
  }

  private static Predictions predictions(JsonNode expected) {
    int[] labels = ints(expected.get("labels"));
    int classes = expected.get("classes").size();
    float[] probabilities = new float[labels.length * classes];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] =
          (float) expected.get("probabilities").get(i / classes).get(i % classes).asDouble();
    }
    return new Predictions(
        new int[labels.length],
        labels,
        ints(expected.get("predicted")),
        probabilities,
        classes,
        Double.NaN);
  }

  private static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(value -> Double.parseDouble(value.asText()))
        .toArray();
  }

  private static double[] reversed(double[] values) {
    return IntStream.range(0, values.length)
        .mapToDouble(i -> values[values.length - 1 - i])
        .toArray();
  }
}
