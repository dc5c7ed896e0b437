package dev.epochal.cli;

import dev.epochal.core.run.RunRecord;
import java.util.List;

/** Runs in a sentence: one by its name, several by their number. */
final class Spoken {
  private Spoken() {}

  static String of(List<RunRecord> runs) {
    return runs.size() == 1 ? of(runs.get(0)) : runs.size() + " runs";
  }

  static String of(RunRecord run) {
    return run.name() + " (" + run.id() + ")";
  }
}
