package dev.epochal.cli;

import dev.epochal.core.run.RunRecord;
import java.util.List;

/** Things in a sentence: a run by its name, several things by their number. */
final class Spoken {
  private Spoken() {}

  static String of(List<RunRecord> runs) {
    return runs.size() == 1 ? of(runs.get(0)) : runs.size() + " runs";
  }

  /** {@code 1 trial}, {@code 2 trials}. */
  static String many(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  static String of(RunRecord run) {
    return run.name() + " (" + run.id() + ")";
  }
}
