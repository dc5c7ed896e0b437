package dev.epochal.figures.report;

import dev.epochal.core.data.Split;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.figures.Numbers;
import dev.epochal.figures.caption.Caption;
import dev.epochal.figures.page.Block;
import dev.epochal.figures.page.Words;
import java.util.ArrayList;
import java.util.List;

/** What a reader of a report sees first: what is wrong, the result, how training went. */
final class Lead {
  private Lead() {}

  static List<Block> of(ReportedRun run, Glossary glossary) {
    List<Block> blocks = new ArrayList<>(notices(run));
    List<Block.Fact> facts = new ArrayList<>();
    for (Split split : List.of(Split.TEST, Split.VALIDATION)) {
      Double accuracy = run.record().metrics().get(split.key() + ".accuracy");
      if (accuracy != null) {
        facts.add(
            new Block.Fact(
                glossary.linked(capitalised(split.key()) + " accuracy"),
                Numbers.percent(accuracy),
                "95 % interval " + Results.interval(run, split)));
      }
    }
    Double loss = run.record().metrics().get("test.loss");
    if (loss != null) {
      facts.add(
          new Block.Fact(
              glossary.linked("Test loss"),
              Results.value(loss),
              "n = " + Numbers.count(run.n(Split.TEST))));
    }
    Double wall = run.record().metrics().get("time.train.wall");
    if (wall != null) {
      facts.add(
          new Block.Fact(
              Words.plain("Training"),
              Seconds.text(wall),
              Numbers.count(run.epochs().size())
                  + (run.epochs().size() == 1 ? " epoch" : " epochs")));
    }
    if (!facts.isEmpty()) {
      blocks.add(new Block.Figures(facts));
    }
    LossHistory history = run.history();
    Caption course = run.captions().lossHistory(history);
    blocks.add(new Block.Paragraph(glossary.linked(course.paragraphs().get(0))));
    return blocks;
  }

  private static List<Block> notices(ReportedRun run) {
    List<Block> blocks = new ArrayList<>();
    RunRecord record = run.record();
    DatasetRecord dataset = record.dataset();
    if (dataset != null && dataset.notice() != null) {
      blocks.add(
          new Block.Notice(
              true,
              Words.plain(
                  dataset.notice()
                      + ". No number on this page says anything about "
                      + dataset.requested()
                      + ".")));
    }
    if (record.status() != RunStatus.FINISHED) {
      blocks.add(new Block.Notice(true, Words.plain(status(record))));
    }
    record
        .recordingErrors()
        .forEach(
            error -> blocks.add(new Block.Notice(true, Words.plain("Not recorded: " + error))));
    return blocks;
  }

  private static String status(RunRecord record) {
    String meaning =
        switch (record.status()) {
          case SCHEDULED -> "it has not started";
          case RUNNING -> "it was still going on when this page was made";
          case KILLED -> "it was asked to stop";
          case CRASHED -> "its process was found dead";
          case FAILED -> "it failed";
          case FINISHED -> "it came to its end";
        };
    return "This run is %s: %s%s."
        .formatted(
            record.status(), meaning, record.reason() == null ? "" : " (" + record.reason() + ")");
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
