package dev.epochal.core.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.stats.Spread;
import dev.epochal.core.stats.Trend;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What runs say to a question.
 *
 * @param question in a sentence, as somebody wrote it; null when nobody did
 * @param budget when the response was read
 * @param at how much the budget is; null when each run counts as it was trained
 * @param levels ascending where they are numbers, else as they first came
 * @param trend over levels that are numbers, three at least; null of others
 * @param noiseSd standard deviation of runs of a level that differ in seeds alone, pooled; NaN when
 *     unknown
 * @param spread of a factor that is a seed; null of others, and where something else varies too
 * @param moreSeeds how many more runs of each level would settle a difference of the margin; null
 *     when the question is settled, or nothing says what would settle it
 * @param sentence the answer in words
 * @param budgets the same question at other budgets
 * @param also the same question on other responses
 * @param classes the same question class by class, where it was asked on an area under curves
 * @param streams of a factor that is every stream of randomness; empty of others
 * @param atBest how each level chose its own value of a param; null when none did
 * @param warnings what else must be known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(
    @Nullable String question,
    String factor,
    String response,
    Budget budget,
    @Nullable Double at,
    List<AnswerLevel> levels,
    List<AnswerComparison> comparisons,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Trend trend,
    double noiseSd,
    @Nullable Spread spread,
    Verdict verdict,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer moreSeeds,
    String sentence,
    List<AnswerPart> budgets,
    List<AnswerPart> also,
    List<AnswerPart> classes,
    List<AnswerStream> streams,
    @Nullable AtBest atBest,
    List<String> warnings) {
  public Answer {
    levels = List.copyOf(levels);
    comparisons = List.copyOf(comparisons);
    budgets = List.copyOf(budgets);
    also = List.copyOf(also);
    classes = List.copyOf(classes);
    streams = List.copyOf(streams);
    warnings = List.copyOf(warnings);
  }

  /** An answer with nothing beside it, of runs as they were trained. */
  Answer(
      String factor,
      String response,
      List<AnswerLevel> levels,
      List<AnswerComparison> comparisons,
      @Nullable Trend trend,
      double noiseSd,
      @Nullable Spread spread,
      Verdict verdict,
      @Nullable Integer moreSeeds,
      String sentence,
      List<String> warnings) {
    this(
        null,
        factor,
        response,
        Budget.TRAINED,
        null,
        levels,
        comparisons,
        trend,
        noiseSd,
        spread,
        verdict,
        moreSeeds,
        sentence,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        warnings);
  }

  /** With more that must be known. */
  public Answer warned(List<String> more) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new Beside(this).warnings(all).answer();
  }

  /** Changes some of an answer. */
  static final class Beside {
    private final Answer of;
    private @Nullable String question;
    private Budget budget;
    private @Nullable Double at;
    private List<AnswerLevel> levels;
    private String sentence;
    private List<AnswerPart> budgets;
    private List<AnswerPart> also;
    private List<AnswerPart> classes;
    private List<AnswerStream> streams;
    private @Nullable AtBest atBest;
    private List<String> warnings;

    Beside(Answer of) {
      this.of = of;
      question = of.question;
      budget = of.budget;
      at = of.at;
      levels = of.levels;
      sentence = of.sentence;
      budgets = of.budgets;
      also = of.also;
      classes = of.classes;
      streams = of.streams;
      atBest = of.atBest;
      warnings = of.warnings;
    }

    Beside question(@Nullable String text) {
      question = text;
      return this;
    }

    Beside read(Budget when, @Nullable Double amount) {
      budget = when;
      at = amount;
      return this;
    }

    Beside levels(List<AnswerLevel> all) {
      levels = all;
      return this;
    }

    Beside sentence(String words) {
      sentence = words;
      return this;
    }

    Beside budgets(List<AnswerPart> parts) {
      budgets = parts;
      return this;
    }

    Beside also(List<AnswerPart> parts) {
      also = parts;
      return this;
    }

    Beside classes(List<AnswerPart> parts) {
      classes = parts;
      return this;
    }

    Beside streams(List<AnswerStream> all) {
      streams = all;
      return this;
    }

    Beside atBest(@Nullable AtBest choices) {
      atBest = choices;
      return this;
    }

    Beside warnings(List<String> all) {
      warnings = all;
      return this;
    }

    Answer answer() {
      return new Answer(
          question,
          of.factor,
          of.response,
          budget,
          at,
          levels,
          of.comparisons,
          of.trend,
          of.noiseSd,
          of.spread,
          of.verdict,
          of.moreSeeds,
          sentence,
          budgets,
          also,
          classes,
          streams,
          atBest,
          warnings);
    }
  }
}
