package dev.epochal.core.answer;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.stats.Goal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers what a factor that varies between runs does to a response that is read in one way. */
final class LevelAnswer {
  private static final String WALL = "time.train.wall";

  private final Inquiry inquiry;
  private final Design design;
  private final List<AskedRun> all;
  private final List<AskedRun> read;
  private final Response response;
  private final Budget budget;
  private final List<String> warnings = new ArrayList<>();

  /**
   * Of some runs.
   *
   * @param read those of them that say anything to the response
   */
  LevelAnswer(
      Inquiry inquiry,
      Design design,
      List<AskedRun> all,
      List<AskedRun> read,
      Response response,
      Budget budget) {
    this.inquiry = inquiry;
    this.design = design;
    this.all = all;
    this.read = read;
    this.response = response;
    this.budget = budget;
  }

  /**
   * The answer.
   *
   * @param chosenOn what the best value of a param is told by, where each level has its own
   */
  Answer answer(String chosenOn) {
    Answer answer =
        inquiry.bestOf() == null ? ofRuns(newest()) : atBest(inquiry.bestOf(), chosenOn);
    Double at = response instanceof FairBudget fair ? fair.at() : null;
    return new Answer.Beside(answer.warned(warnings))
        .read(budget, at)
        .sentence((at == null ? "" : read(at)) + answer.sentence())
        .answer();
  }

  private String read(double at) {
    String unit = budget == Budget.SECONDS ? "seconds of training" : budget.word() + " of each run";
    return String.format(Locale.ROOT, "After %s %s: ", amount(at), unit);
  }

  private static String amount(double at) {
    return at == Math.rint(at) ? Long.toString((long) at) : String.format(Locale.ROOT, "%.3g", at);
  }

  private List<AskedRun> newest() {
    Repetitions.said(read).ifPresent(warnings::add);
    return Repetitions.newest(read);
  }

  private Answer ofRuns(List<AskedRun> runs) {
    List<Measured> measured = new ArrayList<>();
    for (AskedRun run : runs) {
      Reading reading = response.of(run);
      measured.add(
          new Measured(
              design.level(run),
              design.block(run, inquiry.bestOf()),
              reading.value(),
              reading.lack(),
              design.group(run, inquiry.bestOf()),
              run.parameters()));
    }
    Asked asked = asked(measured);
    Answer answer =
        design.isOfChance()
            ? SeedAnswer.of(asked, measured, design.besides(inquiry.bestOf()))
            : Answerer.answer(asked, measured);
    leftOut();
    warnings.addAll(design.confounded(runs, inquiry.bestOf()));
    unequal(runs);
    return design.isOfChance() ? answer : new Answer.Beside(answer).levels(levels(answer)).answer();
  }

  private Asked asked(List<Measured> measured) {
    String reference = inquiry.reference();
    Set<String> levels =
        measured.stream().map(Measured::level).collect(Collectors.toCollection(LinkedHashSet::new));
    all.forEach(run -> levels.add(design.level(run)));
    if (reference != null && !levels.contains(reference) && !design.isOfChance()) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--reference",
              "must be one of " + String.join(", ", levels) + " but was " + reference,
              null));
    }
    return new Asked(
        design.factor(),
        inquiry.response(),
        Goal.of(inquiry.response()).orElse(null),
        reference,
        inquiry.marginOf(inquiry.response()));
  }

  private Answer atBest(String key, String chosenOn) {
    Response quality = chosenOn.equals(inquiry.response()) ? response : Response.atTheEnd(chosenOn);
    List<AskedRun> newest = newest();
    AtBestChoice choice =
        new AtBestChoice(
            design, newest, key, RunAnswers.goal(chosenOn), run -> quality.of(run).value());
    Answer answer = ofRuns(choice.chosen());
    warnings.addAll(0, choice.warnings(chosenOn));
    return new Answer.Beside(answer)
        .atBest(new AtBest(key, chosenOn, choice.choices(), sameValue(key, newest)))
        .answer();
  }

  /** The same question where each level has the same value: what would have been seen of it. */
  private List<AnswerPart> sameValue(String key, List<AskedRun> runs) {
    Map<String, List<AskedRun>> byValue = new LinkedHashMap<>();
    for (AskedRun run : runs) {
      byValue.computeIfAbsent(run.factor(key), value -> new ArrayList<>()).add(run);
    }
    return byValue.entrySet().stream()
        .filter(one -> one.getValue().stream().map(design::level).distinct().count() > 1)
        .sorted(Map.Entry.comparingByKey(Comparator.comparingDouble(LevelAnswer::number)))
        .map(
            one ->
                AnswerPart.of(
                    one.getKey(),
                    new LevelAnswer(
                            inquiry, design, one.getValue(), one.getValue(), response, budget)
                        .ofRuns(one.getValue())))
        .toList();
  }

  private static double number(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return Double.POSITIVE_INFINITY; // words last, as they came
    }
  }

  private void leftOut() {
    List<AskedRun> left = LeftOut.of(all, read);
    if (response instanceof FairBudget fair) {
      List<AskedRun> early = left.stream().filter(AskedRun::counts).toList();
      Set<String> levels = new LinkedHashSet<>();
      early.forEach(run -> levels.add(design.level(run)));
      if (!levels.isEmpty()) {
        warnings.add(
            "%d runs have no value by %s %s, since their first epoch ends later (%s): train the others for longer"
                .formatted(
                    early.size(), amount(fair.at()), budget.word(), String.join(", ", levels)));
      }
      left = left.stream().filter(run -> !run.counts()).toList();
    }
    LeftOut.said(left, design::level).ifPresent(warnings::add);
  }

  /** With what is known of each level beside the response; those too of which no run counts. */
  private List<AnswerLevel> levels(Answer answer) {
    Map<String, Integer> left = new LinkedHashMap<>();
    LeftOut.of(all, read).forEach(run -> left.merge(design.level(run), 1, Integer::sum));
    List<AnswerLevel> levels = new ArrayList<>();
    for (AnswerLevel level : answer.levels()) {
      Integer others = left.remove(level.level());
      levels.add(level.with(others == null ? 0 : others, seconds(level.level())));
    }
    left.forEach((level, others) -> levels.add(AnswerLevel.none(level, others)));
    return levels;
  }

  private @Nullable Double seconds(String level) {
    if (budget != Budget.TRAINED || inquiry.response().startsWith("time.")) {
      return null;
    }
    OptionalDouble mean =
        read.stream()
            .filter(run -> design.level(run).equals(level))
            .map(run -> run.metrics().get(WALL))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }

  /** As many epochs are not as many updates where batches or training sets differ in size. */
  private void unequal(List<AskedRun> runs) {
    Map<String, Integer> perEpoch = new LinkedHashMap<>();
    for (AskedRun run : runs) {
      perEpoch.putIfAbsent(design.level(run), run.updatesPerEpoch());
    }
    boolean known = perEpoch.values().stream().allMatch(updates -> updates > 0);
    if (known
        && !design.isOfChance()
        && inquiry.budgets().size() == 1
        && (budget == Budget.TRAINED || budget == Budget.EPOCHS)
        && new HashSet<>(perEpoch.values()).size() > 1) {
      warnings.add(
          "an epoch is not as many updates at each level (%s): answer --budget all asks the same at equal epochs, updates and seconds"
              .formatted(
                  perEpoch.entrySet().stream()
                      .limit(6)
                      .map(one -> one.getKey() + ": " + one.getValue())
                      .collect(Collectors.joining(", "))));
    }
  }
}
