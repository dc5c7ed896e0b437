package dev.epochal.figures.report;

import dev.epochal.core.plan.Decimals;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.EarlyStop;
import dev.epochal.core.sweep.Question;
import dev.epochal.core.sweep.SweepPlan;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.figures.Numbers;
import dev.epochal.figures.page.Block;
import dev.epochal.figures.page.Section;
import dev.epochal.figures.page.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How a sweep was designed and run, on what data and where. */
final class SweepSetup {
  private static final String DEPENDENCY = "dependency.";

  private SweepSetup() {}

  static Section section(SweepReport report) {
    SweepRecord sweep = report.sweep();
    SweepPlan plan = sweep.plan();
    Question question = plan.question();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Method", plan.method().name().toLowerCase(Locale.ROOT));
    facts.put(
        "Best trial is told by",
        plan.metric() + ", " + (plan.goal().word().equals("max") ? "highest" : "lowest"));
    EarlyStop stop = plan.earlyStop();
    facts.put("Stops trials early", stop == null ? "no" : stop.toString());
    facts.put("Question's factor", question.factor() == null ? "–" : question.factor());
    facts.put("Question's response", question.response());
    if (question.reference() != null) {
      facts.put("Compared with", question.reference());
    }
    if (!Double.isNaN(question.margin())) {
      facts.put("Differences that count as none", "below " + Decimals.text(question.margin()));
    }
    if (!sweep.fixed().isEmpty()) {
      facts.put("Set for every trial", String.join(" ", sweep.fixed()));
    }
    facts.put("Trials planned", Numbers.count(plan.search().trials()));
    facts.put("Trials by status", statuses(report));
    facts.put("Trained at once", sweep.jobs() + (sweep.jobs() == 1 ? " trial" : " trials"));
    facts.put("Threads of each", Integer.toString(sweep.threads()));
    facts.put("Started", sweep.started().toString());
    facts.put("Ended", sweep.ended() == null ? "–" : sweep.ended().toString());
    facts.put("Read the test split", tests(report));
    return new Section(
        "design",
        "Design and execution",
        List.of(
            new Block.Facts(Setup.facts(facts)),
            new Block.Paragraph(
                Words.plain(
                    "A trial's bits depend on how many threads it trains with, not on how many"
                        + " trials train at once; its seconds depend on both."))));
  }

  private static String statuses(SweepReport report) {
    Map<RunStatus, Integer> counts = new EnumMap<>(RunStatus.class);
    int gone = 0;
    for (SweepReport.Trial trial : report.trials()) {
      if (trial.status() == null) {
        gone++;
      } else {
        counts.merge(trial.status(), 1, Integer::sum);
      }
    }
    String said =
        counts.entrySet().stream()
            .map(one -> one.getValue() + " " + one.getKey())
            .collect(Collectors.joining(", "));
    return gone == 0 ? (said.isEmpty() ? "–" : said) : said + ", " + gone + " not there";
  }

  private static String tests(SweepReport report) {
    return "%s of these trials; %s in all of this experiment with the same test images"
        .formatted(Numbers.count(report.testReads()), Numbers.count(report.familyReads()));
  }

  static Section data(SweepReport report) {
    List<Block> blocks = new ArrayList<>();
    if (report.datasets().isEmpty()) {
      blocks.add(new Block.Paragraph(Words.plain("No trial recorded its data.")));
    }
    for (DatasetRecord dataset : report.datasets()) {
      String notice = dataset.notice();
      if (notice != null) {
        blocks.add(new Block.Notice(true, Words.plain(notice)));
      }
      Map<String, String> facts = new LinkedHashMap<>();
      facts.put("Dataset", dataset.used());
      facts.put("Source", dataset.source());
      dataset
          .splits()
          .forEach(
              (split, record) ->
                  facts.put(
                      split,
                      "%s images, SHA-256 %s"
                          .formatted(Numbers.count(record.n()), record.sha256())));
      blocks.add(new Block.Facts(Setup.facts(facts)));
    }
    if (report.datasets().size() > 1) {
      blocks.add(
          new Block.Paragraph(
              Words.plain(
                  "%d different selections of images: seeds of the split, or the data themselves, differ between trials."
                      .formatted(report.datasets().size()))));
    }
    // The first tells what they are like; a hundred tell nobody more.
    return new Section(
        "data",
        "Data",
        report.datasets().size() > 3
            ? List.of(
                blocks.get(0),
                new Block.Folded(
                    "All %d selections".formatted(report.datasets().size()),
                    blocks.subList(1, blocks.size())))
            : blocks);
  }

  static Section environment(SweepReport report) {
    List<Block> blocks = new ArrayList<>();
    if (report.environment().isEmpty()) {
      blocks.add(new Block.Notice(true, Words.plain("No trial recorded its environment.")));
    } else {
      SortedMap<String, String> machine = new TreeMap<>();
      SortedMap<String, String> libraries = new TreeMap<>();
      report
          .environment()
          .forEach(
              (key, value) -> {
                if (key.startsWith(DEPENDENCY)) {
                  libraries.put(key.substring(DEPENDENCY.length()), value);
                } else {
                  machine.put(key, value);
                }
              });
      if (!report.differing().isEmpty()) {
        blocks.add(
            new Block.Notice(
                false,
                Words.plain(
                    "The trials did not all run in the same environment; these differ: "
                        + String.join(", ", report.differing())
                        + ".")));
      }
      blocks.add(new Block.Facts(Setup.facts(machine)));
      if (!libraries.isEmpty()) {
        blocks.add(new Block.Folded("Libraries", List.of(new Block.Facts(Setup.facts(libraries)))));
      }
    }
    return new Section("environment", "Environment", blocks);
  }
}
