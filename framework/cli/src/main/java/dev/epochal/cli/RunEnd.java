package dev.epochal.cli;

import dev.epochal.core.data.Split;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run says at its end. */
final class RunEnd {
  private RunEnd() {}

  static List<String> lines(RunRecord run, RunFolder folder) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    for (Split split : Split.values()) {
      Double accuracy = run.metrics().get(split.key() + ".accuracy");
      Double loss = run.metrics().get(split.key() + ".loss");
      if (accuracy != null && loss != null) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%-10s accuracy %6.2f %%   loss %.4f",
                split.key(),
                100 * accuracy,
                loss));
      }
    }
    Double wall = run.metrics().get("time.train.wall");
    Double cpu = run.metrics().get("time.train.cpu");
    if (wall != null && cpu != null) {
      lines.add(String.format(Locale.ROOT, "training   %.1f s wall, %.1f s CPU", wall, cpu));
    }
    DatasetRecord dataset = run.dataset();
    if (dataset != null) {
      dataset(run, dataset, lines);
    }
    lines.add(
        "run        %s (%s) %s%s"
            .formatted(
                run.name(),
                run.id(),
                run.status(),
                run.reason() == null ? "" : ": " + run.reason()));
    if (run.status() != RunStatus.FINISHED) {
      lines.add("kept       " + Kept.sentence(run.artifacts(), run.metrics()));
    }
    lines.add("folder     " + folder.path());
    next(run).forEach(lines::add);
    return lines;
  }

  /** The two commands that one would type now. */
  private static List<String> next(RunRecord run) {
    String second =
        switch (run.status()) {
          case FINISHED -> "report";
          case KILLED, CRASHED -> "resume";
          case FAILED, SCHEDULED, RUNNING -> "logs";
        };
    return List.of(
        "next       ./run show " + run.id(), "           ./run " + second + " " + run.id());
  }

  /** What must not be overlooked: the run went on, but not all of it was kept. */
  static List<String> warnings(RunRecord run) {
    if (run.recordingErrors().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("!!! NOT EVERYTHING WAS RECORDED !!!");
    run.recordingErrors().forEach(error -> lines.add("    " + error));
    return lines;
  }

  private static void dataset(RunRecord run, DatasetRecord dataset, List<String> lines) {
    if (run.metrics().containsKey("test.accuracy")) {
      List<String> shapes = new ArrayList<>();
      dataset
          .splits()
          .forEach(
              (name, split) ->
                  shapes.add(
                      "%s [%d, %d]".formatted(name, split.n(), dataset.classNames().size())));
      lines.add("predicted  probabilities: " + String.join(", ", shapes));
    }
    String notice = dataset.notice();
    lines.add("dataset    " + (notice == null ? dataset.used() : "!!! " + notice + " !!!"));
  }
}
