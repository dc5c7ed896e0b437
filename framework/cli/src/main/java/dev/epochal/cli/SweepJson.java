package dev.epochal.cli;

import dev.epochal.core.json.Json;
import dev.epochal.registry.RunDetail;
import dev.epochal.registry.SweepDetail;
import java.util.List;

/** The {@code --json} contract for a sweep that was run: {@code {sweep, runs[]}}. */
final class SweepJson {
  private SweepJson() {}

  static void print(Console console, SweepDetail sweep, List<RunDetail> runs) {
    console.print("{ \"sweep\" : " + Json.pretty(sweep).strip() + ",\n\"runs\" : ");
    RunJson.print(console, runs);
    console.print("}\n");
  }
}
