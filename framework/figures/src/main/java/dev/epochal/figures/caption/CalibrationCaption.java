package dev.epochal.figures.caption;

import dev.epochal.core.figure.Calibration;
import dev.epochal.figures.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Whether the model is as often right as it is sure. */
final class CalibrationCaption {
  private CalibrationCaption() {}

  /** Confidence and accuracy closer than this are not told apart in words. */
  private static final double CLOSE = 0.01;

  static Caption of(Calibration figure) {
    List<String> paragraphs = new ArrayList<>();
    for (Calibration.Panel panel : figure.panels()) {
      paragraphs.add(sentence(panel));
    }
    return new Caption(
        "Calibration",
        List.of(
            String.join(" ", paragraphs),
            "On the diagonal, of the images scored 0.8, 80 % are predicted right. Below it the model is surer than it should be."));
  }

  private static String sentence(Calibration.Panel panel) {
    double confidence = 0;
    double accuracy = 0;
    int n = 0;
    for (Calibration.Bin bin : panel.bins()) {
      if (bin.n() > 0) {
        confidence += bin.n() * bin.confidence();
        accuracy += bin.n() * bin.accuracy();
        n += bin.n();
      }
    }
    if (n == 0) {
      return "In %s no image has finite probabilities.".formatted(panel.split().key());
    }
    double over = (confidence - accuracy) / n;
    return "In %s the expected calibration error is %s: on average the model is %s sure and %s right%s."
        .formatted(
            panel.split().key(),
            Numbers.value(panel.expectedError()),
            Numbers.percent(confidence / n),
            Numbers.percent(accuracy / n),
            Math.abs(over) < CLOSE ? "" : over > 0 ? " (overconfident)" : " (underconfident)");
  }
}
