package dev.epochal.cli;

import dev.epochal.core.plan.ValidationMetric;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.Series;
import dev.epochal.registry.RunDetail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How far a run came, from its history, so that it is known of a run found dead too. */
final class Reached {
  private Reached() {}

  static List<String> lines(RunDetail detail) {
    Map<String, String> params = detail.summary().params();
    Series losses = detail.history().getOrDefault("validation.loss", Series.EMPTY);
    Series updates = detail.history().getOrDefault("iteration.loss", Series.EMPTY);
    List<String> lines = new ArrayList<>();
    lines.add(
        "epochs     %d of %s, %d update%s"
            .formatted(
                last(losses),
                params.getOrDefault("training.epochs", "?"),
                last(updates),
                last(updates) == 1 ? "" : "s"));
    ValidationMetric metric = selection(params);
    Series values = detail.history().getOrDefault(metric.key(), Series.EMPTY);
    int best = -1;
    for (int i = 0; i < values.size(); i++) {
      if (metric.isBetter(values.values()[i], best < 0 ? Double.NaN : values.values()[best], 0)) {
        best = i;
      }
    }
    if (best >= 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "best       %s %s %.4f after epoch %d",
              metric.best(),
              metric.key(),
              values.values()[best],
              values.steps()[best]));
    }
    RunStatus status = detail.summary().status();
    if (status.isOver() && status != RunStatus.FINISHED) {
      lines.add("kept       " + Kept.sentence(detail.artifacts(), detail.summary().metrics()));
    }
    return lines;
  }

  private static long last(Series series) {
    return series.size() == 0 ? 0 : series.steps()[series.size() - 1];
  }

  private static ValidationMetric selection(Map<String, String> params) {
    String key = params.getOrDefault("training.earlyStopping.metric", "");
    return Arrays.stream(ValidationMetric.values())
        .filter(metric -> metric.key().equals(key))
        .findFirst()
        .orElse(ValidationMetric.LOSS);
  }
}
