package dev.epochal.core.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs that are the same in everything give the same numbers: they are no repetitions. */
final class Repetitions {
  private Repetitions() {}

  /** Each once: of those that are the same, the newest. */
  static List<AskedRun> newest(List<AskedRun> runs) {
    List<String> varied = Design.varied(runs);
    Map<List<String>, AskedRun> newest = new LinkedHashMap<>();
    for (AskedRun run : runs) {
      newest.merge(
          varied.stream().map(run::factor).toList(),
          run,
          (one, other) -> other.started().isAfter(one.started()) ? other : one);
    }
    return List.copyOf(newest.values());
  }

  /** That there are some. */
  static Optional<String> said(List<AskedRun> runs) {
    int again = runs.size() - newest(runs).size();
    return again == 0
        ? Optional.empty()
        : Optional.of(
            "%d runs only repeat others to the bit: of those the newest counts".formatted(again));
  }
}
