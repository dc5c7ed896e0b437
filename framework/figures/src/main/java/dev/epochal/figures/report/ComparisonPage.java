package dev.epochal.figures.report;

import dev.epochal.core.data.Split;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.figures.Numbers;
import dev.epochal.figures.RunCurves;
import dev.epochal.figures.caption.Caption;
import dev.epochal.figures.page.Block;
import dev.epochal.figures.page.Page;
import dev.epochal.figures.page.Section;
import dev.epochal.figures.page.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The report of several runs: what differs between them, and their curves over each other. */
final class ComparisonPage {
  private ComparisonPage() {}

  static Page of(List<ReportedRun> runs) {
    Glossary glossary = Glossary.builtIn();
    return new Page(
        runs.size() + " runs",
        String.join(", ", runs.stream().map(run -> run.record().name()).toList()),
        notices(runs),
        List.of(
            metrics(runs, glossary),
            params(runs),
            curves(runs, glossary),
            reproduce(runs),
            glossary.section()));
  }

  private static List<Block> notices(List<ReportedRun> runs) {
    List<Block> blocks = new ArrayList<>();
    Map<String, List<String>> fallbacks = new LinkedHashMap<>();
    for (ReportedRun run : runs) {
      DatasetRecord dataset = run.record().dataset();
      String who = run.record().name() + " (" + run.record().id() + ")";
      if (dataset != null && dataset.notice() != null) {
        fallbacks.computeIfAbsent(dataset.notice(), notice -> new ArrayList<>()).add(who);
      }
      if (run.record().status() != RunStatus.FINISHED) {
        blocks.add(
            new Block.Notice(
                true,
                Words.plain(
                    "%s is %s%s"
                        .formatted(
                            who,
                            run.record().status(),
                            run.record().reason() == null ? "" : ": " + run.record().reason()))));
      }
    }
    fallbacks.forEach(
        (notice, who) ->
            blocks.add(
                new Block.Notice(true, Words.plain(String.join(", ", who) + ": " + notice))));
    long tests =
        runs.stream()
            .map(ComparisonPage::testFingerprint)
            .filter(fingerprint -> !fingerprint.isEmpty())
            .distinct()
            .count();
    if (tests > 1) {
      blocks.add(
          new Block.Notice(
              true,
              Words.plain(
                  "These runs were tested on different images: their test metrics cannot be compared.")));
    }
    return blocks;
  }

  private static String testFingerprint(ReportedRun run) {
    DatasetRecord dataset = run.record().dataset();
    DatasetRecord.SplitRecord test =
        dataset == null ? null : dataset.splits().get(Split.TEST.key());
    return test == null ? "" : test.sha256();
  }

  private static Section metrics(List<ReportedRun> runs, Glossary glossary) {
    List<Words> names =
        glossary.linked(
            List.of(
                "Run",
                "Id",
                "Status",
                "Epochs",
                "Train loss",
                "Validation loss",
                "Validation accuracy",
                "Test loss",
                "Test accuracy",
                "95 % interval"));
    List<Block.Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new Block.Column(names.get(i), i > 2));
    }
    List<List<String>> rows = new ArrayList<>();
    for (ReportedRun run : runs) {
      rows.add(
          List.of(
              run.record().name(),
              run.record().id(),
              run.record().status().toString(),
              Numbers.count(run.epochs().size()),
              Results.value(run.record().metrics().get("train.loss")),
              Results.value(run.record().metrics().get("validation.loss")),
              Results.percent(run.record().metrics().get("validation.accuracy")),
              Results.value(run.record().metrics().get("test.loss")),
              Results.percent(run.record().metrics().get("test.accuracy")),
              Results.interval(run, Split.TEST)));
    }
    return new Section(
        "metrics",
        "Metrics",
        List.of(
            new Block.Table(columns, rows),
            new Block.Paragraph(
                glossary.linked(
                    "Each run is one draw: the interval covers which images were drawn, not what"
                        + " another seed would have given. Whether a difference matters needs"
                        + " several seeds per setting."))));
  }

  private static Section params(List<ReportedRun> runs) {
    Set<String> keys = new TreeSet<>();
    runs.forEach(run -> keys.addAll(run.record().params().keySet()));
    // What is drawn changes no number; which model is evaluated does.
    keys.removeIf(key -> key.startsWith("evaluate.") && !key.equals("evaluate.model"));
    List<List<String>> rows = new ArrayList<>();
    for (String key : keys) {
      List<String> values =
          runs.stream().map(run -> run.record().params().getOrDefault(key, "–")).toList();
      if (values.stream().distinct().count() > 1) {
        List<String> row = new ArrayList<>(List.of(key));
        row.addAll(values);
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      return new Section(
          "params",
          "What differs",
          List.of(new Block.Paragraph(Words.plain("No param differs between these runs."))));
    }
    List<String> header = new ArrayList<>(List.of("Param"));
    runs.forEach(run -> header.add(run.record().name()));
    return new Section(
        "params", "What differs", List.of(new Block.Table(Setup.columns(header), rows)));
  }

  private static Section curves(List<ReportedRun> runs, Glossary glossary) {
    List<RunCurves.Run> drawn =
        runs.stream()
            .limit(RunCurves.MOST)
            .map(run -> new RunCurves.Run(run.record().name(), run.record().id(), run.history()))
            .toList();
    List<String> paragraphs = new ArrayList<>();
    for (RunCurves.Run run : drawn) {
      Caption caption = runs.get(drawn.indexOf(run)).captions().lossHistory(run.history());
      paragraphs.add(run.label() + ": " + caption.paragraphs().get(0));
    }
    if (runs.size() > drawn.size()) {
      paragraphs.add(
          "The first %d of %d runs are drawn: more could not be told apart."
              .formatted(drawn.size(), runs.size()));
    }
    return new Section(
        "curves",
        "Curves",
        List.of(
            Pictures.of(
                "curves",
                new Caption("Loss of each run", paragraphs),
                new RunCurves(drawn).png(),
                glossary)));
  }

  private static Section reproduce(List<ReportedRun> runs) {
    return new Section(
        "reproduce",
        "How to reproduce them",
        List.of(
            new Block.Code(
                String.join(
                    "\n", runs.stream().map(run -> "./run " + run.file("spec.yaml")).toList()))));
  }
}
