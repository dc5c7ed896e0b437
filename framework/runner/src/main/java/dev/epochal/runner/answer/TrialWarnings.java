package dev.epochal.runner.answer;

import dev.epochal.registry.SweepDetail;
import java.util.ArrayList;
import java.util.List;

/** What must be known of a sweep beside what its trials yielded. */
final class TrialWarnings {
  private TrialWarnings() {}

  static List<String> of(SweepDetail sweep) {
    List<String> warnings = new ArrayList<>();
    int planned = sweep.summary().planned();
    long there = sweep.trials().stream().filter(trial -> trial.status() != null).count();
    if (there < planned) {
      warnings.add(
          "%d of %d trials have no run (yet): the sweep is %s"
              .formatted(planned - there, planned, sweep.summary().status()));
    }
    long reused = sweep.trials().stream().filter(trial -> trial.reused()).count();
    if (reused > 0) {
      warnings.add("%d trials are runs that were there before the sweep".formatted(reused));
    }
    return warnings;
  }
}
