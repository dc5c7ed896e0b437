package dev.epochal.figures.report;

import dev.epochal.core.run.RunRecord;
import dev.epochal.figures.page.Block;
import dev.epochal.figures.page.Section;
import dev.epochal.figures.page.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Where the numbers come from, and how to get them again. */
final class Provenance {
  private static final String DEPENDENCY = "dependency.";

  private Provenance() {}

  static Section section(ReportedRun run) {
    RunRecord record = run.record();
    List<Block> blocks = new ArrayList<>();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Run", record.id());
    facts.put("Status", record.status().toString());
    facts.put("Started", record.started().toString());
    facts.put("Ended", record.ended() == null ? "–" : record.ended().toString());
    facts.put("Plan (SHA-256)", record.planSha256());
    if (!run.epochs().isEmpty()) {
      facts.put(
          "Parameters at the end (SHA-256)",
          run.epochs().get(run.epochs().size() - 1).parameters());
    }
    timings(run).forEach(facts::put);
    blocks.add(new Block.Facts(Setup.facts(facts)));
    Map<String, String> machine = new LinkedHashMap<>();
    Map<String, String> dependencies = new LinkedHashMap<>();
    run.environment()
        .forEach(
            (key, value) -> {
              if (key.startsWith(DEPENDENCY)) {
                dependencies.put(key.substring(DEPENDENCY.length()), value);
              } else {
                machine.put(key, value);
              }
            });
    if ("true".equals(machine.get("git.dirty"))) {
      blocks.add(
          new Block.Notice(
              false,
              Words.plain(
                  "The code had uncommitted changes: they are in git.diff of the run's folder.")));
    }
    if (machine.isEmpty()) {
      blocks.add(new Block.Notice(true, Words.plain("The environment was not recorded.")));
    } else {
      blocks.add(new Block.Facts(Setup.facts(machine)));
    }
    if (!dependencies.isEmpty()) {
      blocks.add(
          new Block.Folded("Libraries", List.of(new Block.Facts(Setup.facts(dependencies)))));
    }
    return new Section("provenance", "Provenance", blocks);
  }

  private static Map<String, String> timings(ReportedRun run) {
    Map<String, String> timings = new LinkedHashMap<>();
    Map<String, Double> metrics = run.record().metrics();
    Double wall = metrics.get("time.train.wall");
    Double cpu = metrics.get("time.train.cpu");
    if (wall != null && cpu != null) {
      timings.put("Training", Seconds.text(wall) + " wall, " + Seconds.text(cpu) + " CPU");
    }
    if (!run.epochs().isEmpty()) {
      timings.put(
          "Mean epoch",
          "%s updates, %s making batches, %s evaluating"
              .formatted(
                  mean(run, "train.seconds"),
                  mean(run, "data.seconds"),
                  mean(run, "validation.seconds")));
    }
    return timings;
  }

  private static String mean(ReportedRun run, String metric) {
    return Seconds.text(
        run.epochs().stream()
            .mapToDouble(epoch -> epoch.metrics().getOrDefault(metric, Double.NaN))
            .average()
            .orElse(Double.NaN));
  }

  /** The exact commands. */
  static Section reproduce(ReportedRun run, Glossary glossary) {
    SortedMap<String, String> environment = run.environment();
    List<String> lines = new ArrayList<>();
    // These lines are made for pasting into a shell, and the folder may come from anywhere.
    String commit = environment.getOrDefault("git.commit", "unknown");
    if (commit.matches("[0-9a-f]{7,64}")) {
      lines.add("git checkout " + commit);
    }
    if ("true".equals(environment.get("git.dirty"))) {
      lines.add("git apply " + run.file("git.diff"));
    }
    String threads = environment.getOrDefault("native.threads", "");
    lines.add(
        "./run "
            + run.file("spec.yaml")
            + (threads.matches("[0-9]{1,4}") ? " --threads " + threads : ""));
    lines.add("./run show latest --json    # compare its \"hashes\" with this run's");
    return new Section(
        "reproduce",
        "How to reproduce it",
        List.of(
            new Block.Code(String.join("\n", lines)),
            new Block.Paragraph(
                glossary.linked(
                    "The same spec and seed on the same machine type with as many threads give the"
                        + " same bits, epoch by epoch."))));
  }
}
