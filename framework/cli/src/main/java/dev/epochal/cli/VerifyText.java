package dev.epochal.cli;

import dev.epochal.core.stats.FloatDifference;
import dev.epochal.runner.machine.EnvironmentChange;
import dev.epochal.runner.verify.EpochComparison;
import dev.epochal.runner.verify.PredictionDifference;
import dev.epochal.runner.verify.Verdict;
import dev.epochal.runner.verify.VerifyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A verification in words: a line when all is the same, else what is not, and what may be why. */
final class VerifyText {
  private static final int METRICS_SHOWN = 5;

  private final VerifyResult result;
  private final List<String> lines = new ArrayList<>();

  private VerifyText(VerifyResult result) {
    this.result = result;
  }

  static List<String> lines(VerifyResult result) {
    VerifyText text = new VerifyText(result);
    text.lines.add(text.verdict());
    text.differences();
    text.circumstances();
    return text.lines;
  }

  private String verdict() {
    String compared =
        "%s of %s, %s, %s"
            .formatted(
                number(result.trainedEpochs()),
                counted(result.epochsRecorded(), "epoch"),
                counted(result.updates(), "update"),
                counted(result.modelParameters(), "parameter"));
    int predictions =
        result.predictions().values().stream().mapToInt(PredictionDifference::n).sum();
    return result.verdict().text()
        + ": "
        + compared
        + (predictions == 0 ? "" : ", " + counted(predictions, "prediction"));
  }

  private static boolean isTrained(EpochComparison epoch) {
    return epoch.epoch() > 0;
  }

  private void differences() {
    if (result.firstDifference() == null) {
      return;
    }
    line("first difference", result.firstDifference().sentence());
    long same =
        result.epochs().stream()
            .filter(VerifyText::isTrained)
            .filter(EpochComparison::same)
            .count();
    line("epochs", number(same) + " of " + number(result.trainedEpochs()) + " the same");
    result.parameters().forEach((what, far) -> line(what, parameters(far)));
    result.predictions().forEach((split, far) -> line("predictions of " + split, predictions(far)));
    if (result.metricsCompared() > 0) {
      line("final metrics", metrics());
    }
  }

  private static String parameters(FloatDifference far) {
    return far.isNone()
        ? "all " + counted(far.n(), "parameter") + " the same"
        : String.format(
            Locale.ROOT,
            "%,d of %,d parameters differ: by at most %,d ULP, relatively %.3g, absolutely %.3g",
            far.differing(),
            far.n(),
            far.maxUlp(),
            far.maxRelative(),
            far.maxAbsolute());
  }

  private static String predictions(PredictionDifference far) {
    return far.differing() == 0
        ? "all " + number(far.n()) + " the same"
        : String.format(
            Locale.ROOT,
            "%,d of %,d differ, %,d of them in the class; probabilities by at most %.3g",
            far.differing(),
            far.n(),
            far.otherClass(),
            far.probabilities().maxAbsolute());
  }

  private String metrics() {
    if (result.metrics().isEmpty()) {
      return "all " + number(result.metricsCompared()) + " the same";
    }
    List<String> shown =
        result.metrics().entrySet().stream().limit(METRICS_SHOWN).map(VerifyText::metric).toList();
    int more = result.metrics().size() - shown.size();
    return "%d of %d differ: %s%s"
        .formatted(
            result.metrics().size(),
            result.metricsCompared(),
            String.join(", ", shown),
            more == 0 ? "" : ", and " + more + " more (--json has all)");
  }

  private static String metric(Map.Entry<String, VerifyResult.Pair> metric) {
    return metric.getKey()
        + " "
        + said(metric.getValue().now())
        + " instead of "
        + said(metric.getValue().recorded());
  }

  private static String said(@Nullable String value) {
    return value == null ? "nothing" : value;
  }

  private void circumstances() {
    boolean same = result.verdict() instanceof Verdict.Identical;
    List<String> changes = result.environment().stream().map(EnvironmentChange::sentence).toList();
    lines(same ? "changed since" : "likely why", changes);
    if (!same && result.firstDifference() != null && changes.isEmpty()) {
      line("likely why", "unknown: CPU, threads, libraries and code are those of the run");
    }
    lines("not compared", result.notCompared());
  }

  /** Under one title. */
  private void lines(String title, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      line(i == 0 ? title : "", texts.get(i));
    }
  }

  private void line(String title, String text) {
    lines.add(String.format(Locale.ROOT, "%-26s %s", title, text));
  }

  private static String counted(long n, String thing) {
    return number(n) + " " + thing + (n == 1 ? "" : "s");
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
