package dev.epochal.cli;

import dev.epochal.core.run.TrialRecord;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What {@code show} says of the sweeps that a run is a trial of. */
final class TrialText {
  private TrialText() {}

  /** A line for each sweep; none for a run that stands alone. */
  static List<String> lines(Registry registry, RunDetail run) {
    Set<String> ids = new LinkedHashSet<>(run.sweeps());
    TrialRecord trial = run.trial();
    if (trial != null) {
      ids.add(trial.sweep());
    }
    if (ids.isEmpty()) {
      return List.of();
    }
    SortedMap<String, String> names = registry.sweeps().names(ids);
    List<String> lines = new ArrayList<>();
    if (trial != null) {
      lines.add("sweep      " + named(names, trial.sweep()) + ", " + said(trial));
      ids.remove(trial.sweep());
    }
    ids.forEach(id -> lines.add("reused by  " + named(names, id)));
    return lines;
  }

  private static String named(SortedMap<String, String> names, String id) {
    String name = names.get(id);
    return name == null ? id : Plain.of(name) + " (" + id + ")";
  }

  private static String said(TrialRecord trial) {
    String values =
        trial.values().entrySet().stream()
            .map(value -> value.getKey() + "=" + value.getValue())
            .collect(Collectors.joining(", "));
    return "trial " + trial.number() + (values.isEmpty() ? "" : ": " + Plain.of(values));
  }
}
