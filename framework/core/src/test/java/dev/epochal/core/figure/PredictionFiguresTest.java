package dev.epochal.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.data.Split;
import dev.epochal.core.stats.Predictions;
import dev.epochal.core.stats.ThresholdCounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictionFiguresTest {
  private static final float NAN = Float.NaN;
  private static final FigureSubject SUBJECT = new FigureSubject("r", "id", "mnist", null);

  /** Four images of two classes; the third is taken for the other class. */
  private static final Predictions ANSWERS =
      answers(new int[] {0, 0, 1, 1}, 0.9f, 0.1f, 0.6f, 0.4f, 0.7f, 0.3f, 0f, 1f);

  @Test
  void probabilitiesAreCountedByClassAndBin() {
    ClassProbabilities.Panel panel = ClassProbabilities.Panel.of(Split.TEST, ANSWERS, 4);

    assertThat(panel.own()).containsExactly(List.of(0, 0, 1, 1), List.of(0, 1, 0, 1));
    assertThat(panel.others()).containsExactly(List.of(1, 0, 1, 0), List.of(1, 1, 0, 0));
  }

  @Test
  void nanIsInNoBin() {
    Predictions some = answers(new int[] {0, 1}, NAN, NAN, 0.2f, 0.8f);
    ClassProbabilities.Panel panel = ClassProbabilities.Panel.of(Split.TEST, some, 2);

    assertThat(panel.notFinite()).isEqualTo(1);
    assertThat(panel.own()).containsExactly(List.of(0, 0), List.of(0, 1));
    assertThat(Calibration.Panel.of(Split.TEST, some, 2).bins())
        .extracting(Calibration.Bin::n)
        .containsExactly(0, 1);
  }

  @Test
  void theCalibrationErrorWeighsEachBinByItsImages() {
    Calibration.Panel panel = Calibration.Panel.of(Split.TEST, ANSWERS, 2);

    // All four lie in the upper bin: three are right, and the model is sure by 0.8 on average.
    assertThat(panel.expectedError()).isEqualTo(0.05, within(1e-6));
    assertThat(panel.bins().get(1).accuracy()).isEqualTo(0.75);
    assertThat(panel.bins().get(0).accuracy()).isNaN();
  }

  @Test
  void aClassThatIsNeverPredictedHasNoPrecision() {
    Predictions always = answers(new int[] {0, 1}, 0.9f, 0.1f, 0.8f, 0.2f);
    PerClass.Metrics second = PerClass.Panel.of(Split.TEST, always).classes().get(1);

    assertThat(second.precision()).isNaN();
    assertThat(second.recall()).isZero();
    assertThat(second.f1()).isZero();
  }

  @Test
  void aRocOfNanSaysSoAndHasNoCurves() {
    Predictions some = answers(new int[] {0, 1}, NAN, NAN, 0.2f, 0.8f);
    Roc roc = Roc.of(SUBJECT, List.of("a", "b"), Map.of(Split.TEST, some));

    assertThat(roc.panels().get(0).notFinite()).isEqualTo(1);
    assertThat(roc.panels().get(0).curves()).noneMatch(ThresholdCurve::exists);
    assertThat(roc.panels().get(0).macro().area()).isNaN();
  }

  @Test
  void theMacroCurveRunsFromCornerToCornerAndItsAreaIsTheMean() {
    Roc.Panel panel =
        Roc.of(SUBJECT, List.of("a", "b"), Map.of(Split.TEST, ANSWERS)).panels().get(0);
    Roc.Macro macro = panel.macro();

    assertThat(macro.area())
        .isEqualTo((panel.curves().get(0).area() + panel.curves().get(1).area()) / 2);
    assertThat(macro.x()).startsWith(0.0).endsWith(1.0);
    assertThat(macro.y()).startsWith(0.0).endsWith(1.0);
  }

  @Test
  void splitsThatDifferAreFoundOut() {
    Predictions good = many(0.7f);
    Predictions bad = many(0.45f);
    Map<Split, Predictions> splits = new java.util.EnumMap<>(Split.class);
    splits.put(Split.TRAIN, good);
    splits.put(Split.TEST, bad);

    List<Roc.Difference> differences = Roc.of(SUBJECT, List.of("a", "b"), splits).differences();

    assertThat(differences).hasSize(2).allMatch(d -> d.difference() > 0 && d.adjusted() < 0.05);
    assertThat(differences).allMatch(d -> d.adjusted() >= d.p());
  }

  @Test
  void againstASplitWithoutAMistakeNothingIsTested() {
    Map<Split, Predictions> splits = new java.util.EnumMap<>(Split.class);
    splits.put(Split.TRAIN, many(0.9f));
    splits.put(Split.TEST, many(0.7f));

    Roc roc = Roc.of(SUBJECT, List.of("a", "b"), splits);

    assertThat(roc.panels().get(0).curves()).allMatch(curve -> curve.area() == 1);
    assertThat(roc.panels().get(0).curves()).allMatch(curve -> Double.isNaN(curve.low()));
    assertThat(roc.panels().get(0).macro().low()).isNaN();
    assertThat(roc.differences()).isNotEmpty().allMatch(d -> Double.isNaN(d.adjusted()));
  }

  @Test
  void ofARareClassEveryStepOfRecallIsKept() {
    ThresholdCurve curve = ThresholdCurve.precisionRecall(0, counts(20_000, 20));

    assertThat(curve.points()).isGreaterThan(ThresholdCurve.MOST);
    assertThat(curve.x().stream().distinct()).hasSize(21);
    assertThat(curve.x().get(curve.x().size() - 1)).isEqualTo(1);
  }

  @Test
  void aLargeCurveIsKeptEvenlyAlongRecall() {
    ThresholdCurve curve = ThresholdCurve.precisionRecall(0, counts(60_000, 6_000));

    assertThat(curve.x()).hasSizeLessThanOrEqualTo(ThresholdCurve.MOST).isSorted();
    for (int i = 1; i < curve.x().size(); i++) {
      assertThat(curve.x().get(i) - curve.x().get(i - 1)).isLessThan(0.01);
    }
    assertThat(curve.thresholds()).doesNotHaveDuplicates();
  }

  /** Images of descending scores, of which the first are mostly of the class. */
  private static ThresholdCounts counts(int n, int positives) {
    float[] scores = new float[n];
    boolean[] positive = new boolean[n];
    for (int i = 0; i < n; i++) {
      scores[i] = 1 - (float) i / n;
    }
    for (int k = 0; k < positives; k++) {
      // Squares, over the first half: dense at first, then rare.
      positive[(int) ((n / 2.0 - positives) * k * k / positives / positives) + k] = true;
    }
    return ThresholdCounts.of(scores, positive);
  }

  @Test
  void aLongCurveKeepsItsEndsAndItsWholeArea() {
    int[] kept = ThresholdCurve.kept(10_000);

    assertThat(kept).hasSize(ThresholdCurve.MOST).startsWith(0).endsWith(9_999);
    assertThat(ThresholdCurve.kept(3)).containsExactly(0, 1, 2);
  }

  @Test
  void pixelsAreCountedInBinsOfEqualWidth() {
    byte[] pixels = {0, (byte) 127, (byte) 128, (byte) 255};
    Raster raster = Raster.of(new dev.epochal.core.data.ImageShape(1, 2, 2), pixels);

    assertThat(PixelCounts.of(0, 0, raster, 2).channels()).containsExactly(List.of(2, 2));
    assertThat(PixelCounts.of(0, 0, raster, 256).channels().get(0).get(255)).isEqualTo(1);
  }

  /** 200 images in turn of either class; the right one gets about this probability. */
  private static Predictions many(float right) {
    int n = 200;
    int[] labels = new int[n];
    float[] probabilities = new float[2 * n];
    for (int i = 0; i < n; i++) {
      labels[i] = i % 2;
      float noise = 0.3f * (float) Math.sin(i * 12.9898);
      float own = Math.min(1, Math.max(0, right + noise));
      probabilities[2 * i + labels[i]] = own;
      probabilities[2 * i + 1 - labels[i]] = 1 - own;
    }
    return answers(labels, probabilities);
  }

  private static Predictions answers(int[] labels, float... probabilities) {
    int[] predicted = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      predicted[i] = probabilities[2 * i + 1] > probabilities[2 * i] ? 1 : 0;
    }
    return new Predictions(new int[labels.length], labels, predicted, probabilities, 2, Double.NaN);
  }
}
