package dev.epochal.figures.report;

import dev.epochal.core.answer.Amounts;
import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.AnswerLevel;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.figures.Numbers;
import dev.epochal.figures.page.Block;
import dev.epochal.figures.page.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reader of a sweep's report sees first: what is wrong, the question and its answer. */
final class SweepLead {
  private SweepLead() {}

  static List<Block> of(SweepReport report, Glossary glossary) {
    List<Block> blocks = new ArrayList<>(notices(report));
    String question = report.sweep().plan().question().text();
    if (question != null && !question.isBlank()) {
      blocks.add(new Block.Paragraph(Words.plain(question)));
    }
    Answer answer = report.answer();
    blocks.add(
        answer == null
            ? new Block.Notice(false, Words.plain("There is no answer yet: " + report.noAnswer()))
            : new Block.Paragraph(
                new Words(List.of(new Words.Piece(answer.sentence(), Words.Kind.EMPHASIS, "")))));
    blocks.add(new Block.Figures(facts(report, glossary)));
    return blocks;
  }

  private static List<Block> notices(SweepReport report) {
    List<Block> blocks = new ArrayList<>();
    for (DatasetRecord dataset : report.datasets()) {
      String notice = dataset.notice();
      if (notice != null) {
        blocks.add(
            alarm(
                "%s. No number of such a trial says anything about %s."
                    .formatted(notice, dataset.requested())));
      }
    }
    long used = report.datasets().stream().map(DatasetRecord::used).distinct().count();
    if (used > 1) {
      blocks.add(alarm("The trials used different datasets: their numbers cannot be compared."));
    }
    SweepRecord sweep = report.sweep();
    if (sweep.status() != RunStatus.FINISHED) {
      blocks.add(
          alarm(
              "This sweep is %s: what stands here is of the trials that there are%s."
                  .formatted(
                      sweep.status(), sweep.reason() == null ? "" : " (" + sweep.reason() + ")")));
    }
    if (sweep.testMayChoose()) {
      blocks.add(
          alarm(
              "A metric of the test split may choose between trials (--allow-test-selection): test"
                  + " numbers of the chosen one look better than they are."));
    }
    return blocks;
  }

  private static Block alarm(String text) {
    return new Block.Notice(true, Words.plain(text));
  }

  private static List<Block.Fact> facts(SweepReport report, Glossary glossary) {
    List<Block.Fact> facts = new ArrayList<>();
    long finished =
        report.trials().stream().filter(trial -> trial.status() == RunStatus.FINISHED).count();
    facts.add(
        new Block.Fact(
            Words.plain("Trials"),
            Numbers.count(report.trials().size()),
            Numbers.count(finished) + " finished"));
    Answer answer = report.answer();
    if (answer != null) {
      int lacking = answer.levels().stream().mapToInt(AnswerLevel::lacking).sum();
      int leftOut = answer.levels().stream().mapToInt(AnswerLevel::leftOut).sum();
      if (lacking + leftOut > 0) {
        facts.add(
            new Block.Fact(
                Words.plain("Without a value"),
                Numbers.count(lacking + leftOut),
                "diverged, stopped, or left out"));
      }
      best(answer)
          .ifPresent(
              level ->
                  facts.add(
                      new Block.Fact(
                          Words.plain("Best mean"),
                          Amounts.of(answer.response()).value(level.mean()),
                          level.level() + ", n = " + (level.n() - level.lacking()))));
      if (Double.isFinite(answer.noiseSd())) {
        facts.add(
            new Block.Fact(
                glossary.linked("Noise of seeds"),
                Amounts.of(answer.response()).difference(answer.noiseSd()),
                "standard deviation of runs of a level that differ in seeds alone"));
      }
    }
    double seconds =
        report.trials().stream()
            .map(SweepReport.Trial::seconds)
            .mapToDouble(SweepLead::known)
            .sum();
    if (seconds > 0) {
      facts.add(
          new Block.Fact(Words.plain("Training"), Seconds.text(seconds), "all trials together"));
    }
    return facts;
  }

  private static double known(@Nullable Double seconds) {
    return seconds == null || !Double.isFinite(seconds) ? 0 : seconds;
  }

  private static Optional<AnswerLevel> best(Answer answer) {
    Optional<Goal> goal = Goal.of(answer.response());
    if (goal.isEmpty()) {
      return Optional.empty(); // neither more nor less of it is better
    }
    Comparator<AnswerLevel> order = Comparator.comparingDouble(AnswerLevel::mean);
    boolean up = goal.get() == Goal.MAX;
    return answer.levels().stream()
        .filter(level -> Double.isFinite(level.mean()))
        .max(up ? order : order.reversed());
  }
}
