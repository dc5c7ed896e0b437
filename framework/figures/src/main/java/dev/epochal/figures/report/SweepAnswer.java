package dev.epochal.figures.report;

import dev.epochal.core.answer.Amounts;
import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.AnswerComparison;
import dev.epochal.core.answer.AnswerLevel;
import dev.epochal.core.answer.AnswerPart;
import dev.epochal.core.answer.AnswerStream;
import dev.epochal.core.answer.AtBest;
import dev.epochal.core.stats.Interval;
import dev.epochal.core.stats.Spread;
import dev.epochal.core.stats.Trend;
import dev.epochal.figures.Numbers;
import dev.epochal.figures.page.Block;
import dev.epochal.figures.page.Section;
import dev.epochal.figures.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What the answer rests on: its levels, how they compare, and what must be known besides. */
final class SweepAnswer {
  private static final String NONE = "–";

  private final Glossary glossary;

  private SweepAnswer(Glossary glossary) {
    this.glossary = glossary;
  }

  static Section section(SweepReport report, Glossary glossary) {
    Answer answer = report.answer();
    return new Section(
        "answer",
        "Answer",
        answer == null
            ? List.of(new Block.Paragraph(Words.plain(report.noAnswer())))
            : new SweepAnswer(glossary).blocks(answer));
  }

  private List<Block> blocks(Answer answer) {
    Amounts amounts = Amounts.of(answer.response());
    List<Block> blocks = new ArrayList<>();
    answer.warnings().forEach(warning -> blocks.add(notice(warning)));
    blocks.add(paragraph("Response: " + answer.response() + "; factor: " + answer.factor() + "."));
    blocks.add(levels(answer.factor(), answer.levels(), amounts));
    if (!answer.comparisons().isEmpty()) {
      blocks.add(comparisons(answer.comparisons(), amounts));
      blocks.add(
          paragraph(
              "p is two-sided, of the named test; Holm's correction is over all comparisons here."
                  + " The interval is of the difference, at 95 % and not corrected. g is Hedges'"
                  + " effect size: the difference in standard deviations of a level."));
    }
    blocks.addAll(besides(answer, amounts));
    return blocks;
  }

  private List<Block> besides(Answer answer, Amounts amounts) {
    List<Block> blocks = new ArrayList<>();
    Trend trend = answer.trend();
    if (trend != null) {
      blocks.add(
          paragraph(
              "Trend over the levels: %s %s %s; Spearman's rank correlation %s (p %s)."
                  .formatted(
                      amounts.difference(trend.slope()),
                      trend.log() ? "per doubling" : "per unit",
                      amounts.interval(trend.interval()),
                      Numbers.value(trend.rho()),
                      p(trend.p()))));
    }
    Spread spread = answer.spread();
    if (spread != null) {
      blocks.add(
          paragraph(
              "Standard deviation %s, 95 %% interval %s; from %s to %s."
                  .formatted(
                      amounts.difference(spread.sd()),
                      amounts.interval(spread.interval()),
                      amounts.value(spread.min()),
                      amounts.value(spread.max()))));
    }
    if (answer.moreSeeds() != null && answer.moreSeeds() > 0) {
      blocks.add(
          paragraph(
              "To settle a difference of the margin, about %d more runs of each level are needed."
                  .formatted(answer.moreSeeds())));
    }
    if (!answer.streams().isEmpty()) {
      blocks.add(streams(answer.streams(), amounts));
    }
    AtBest best = answer.atBest();
    if (best != null) {
      blocks.add(atBest(answer.factor(), best));
      parts("At the same " + best.key(), answer.factor(), best.at(), blocks);
    }
    parts("At other budgets", answer.factor(), answer.budgets(), blocks);
    parts("On other metrics", answer.factor(), answer.also(), blocks);
    parts("Class by class", answer.factor(), answer.classes(), blocks);
    return blocks;
  }

  private Block levels(String factor, List<AnswerLevel> levels, Amounts amounts) {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(text(factor));
    columns.add(number("n"));
    boolean diverged = any(levels, level -> level.diverged() > 0);
    boolean unreached = any(levels, level -> level.unreached() > 0);
    boolean stopped = any(levels, level -> level.stopped() > 0);
    boolean leftOut = any(levels, level -> level.leftOut() > 0);
    columns.add(number("Diverged"));
    add(columns, unreached, "Never reached");
    add(columns, stopped, "Stopped early");
    add(columns, leftOut, "Left out");
    columns.add(number("Mean"));
    columns.add(number("SD"));
    columns.add(number("95 % interval"));
    List<List<String>> rows = new ArrayList<>();
    for (AnswerLevel level : levels) {
      List<String> row = new ArrayList<>();
      row.add(level.level());
      row.add(Numbers.count(level.n()));
      row.add(
          diverged && level.diverged() > 0
              ? level.diverged() + " of " + level.n()
              : Numbers.count(level.diverged()));
      add(row, unreached, level.unreached());
      add(row, stopped, level.stopped());
      add(row, leftOut, level.leftOut());
      row.add(Double.isFinite(level.mean()) ? amounts.value(level.mean()) : NONE);
      row.add(Double.isFinite(level.sd()) ? amounts.difference(level.sd()) : NONE);
      row.add(interval(level.ci(), amounts));
      rows.add(row);
    }
    return new Block.Table(columns, rows);
  }

  private Block comparisons(List<AnswerComparison> comparisons, Amounts amounts) {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(text("Compared"));
    columns.add(number("n"));
    columns.add(number("Difference"));
    columns.add(number("95 % interval"));
    columns.add(text("Test"));
    columns.add(number("p"));
    columns.add(number("p (Holm)"));
    columns.add(number("g"));
    List<List<String>> rows = new ArrayList<>();
    for (AnswerComparison one : comparisons) {
      boolean measured = Double.isFinite(one.difference());
      rows.add(
          List.of(
              one.b() + " − " + one.a(),
              Numbers.count(one.n()),
              measured ? amounts.difference(one.difference()) : NONE,
              interval(one.ci(), amounts),
              one.test(),
              p(one.p()),
              p(one.pAdjusted()),
              Double.isFinite(one.effect())
                  ? String.format(Locale.ROOT, "%.2f", one.effect())
                  : NONE));
    }
    return new Block.Table(columns, rows);
  }

  private Block streams(List<AnswerStream> streams, Amounts amounts) {
    List<Block.Column> columns =
        List.of(
            text("Stream"),
            number("n"),
            number("SD"),
            number("95 % interval"),
            number("Share of the variance"),
            number("Different results"));
    List<List<String>> rows = new ArrayList<>();
    for (AnswerStream stream : streams) {
      rows.add(
          List.of(
              stream.stream(),
              Numbers.count(stream.n()),
              Double.isFinite(stream.sd()) ? amounts.difference(stream.sd()) : NONE,
              interval(stream.ci(), amounts),
              stream.share() == null ? NONE : Numbers.percent(stream.share()),
              Numbers.count(stream.differentBits())));
    }
    return new Block.Table(columns, rows);
  }

  private Block atBest(String factor, AtBest best) {
    return new Block.Table(
        List.of(text(factor), text("Own best " + best.key()), number("Runs")),
        best.chosen().stream()
            .map(one -> List.of(one.level(), one.value(), Numbers.count(one.runs())))
            .toList());
  }

  private void parts(String title, String factor, List<AnswerPart> parts, List<Block> blocks) {
    for (AnswerPart part : parts) {
      Amounts amounts = Amounts.of(part.response());
      List<Block> inner = new ArrayList<>();
      inner.add(paragraph(part.sentence()));
      part.warnings().forEach(warning -> inner.add(notice(warning)));
      inner.add(levels(factor, part.levels(), amounts));
      if (!part.comparisons().isEmpty()) {
        inner.add(comparisons(part.comparisons(), amounts));
      }
      blocks.add(new Block.Folded(title + ": " + part.name(), inner));
    }
  }

  private Block paragraph(String text) {
    return new Block.Paragraph(glossary.linked(text));
  }

  private static Block notice(String warning) {
    String sentence =
        warning.isEmpty()
            ? warning
            : Character.toUpperCase(warning.charAt(0)) + warning.substring(1);
    return new Block.Notice(false, Words.plain(sentence.endsWith(".") ? sentence : sentence + "."));
  }

  private static boolean any(List<AnswerLevel> levels, Predicate<AnswerLevel> is) {
    return levels.stream().anyMatch(is);
  }

  private static void add(List<Block.Column> columns, boolean shown, String name) {
    if (shown) {
      columns.add(number(name));
    }
  }

  private static void add(List<String> row, boolean shown, int count) {
    if (shown) {
      row.add(Numbers.count(count));
    }
  }

  private static Block.Column text(String name) {
    return new Block.Column(Words.plain(name), false);
  }

  private static Block.Column number(String name) {
    return new Block.Column(Words.plain(name), true);
  }

  private static String interval(Interval interval, Amounts amounts) {
    return Double.isFinite(interval.low()) ? amounts.interval(interval) : NONE;
  }

  private static String p(double p) {
    if (Double.isNaN(p)) {
      return NONE;
    }
    return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
  }
}
