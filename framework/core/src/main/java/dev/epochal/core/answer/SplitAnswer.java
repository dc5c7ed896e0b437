package dev.epochal.core.answer;

import dev.epochal.core.data.Split;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.problem.Suggestions;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Answers how far the splits of each run are apart: the levels are train, validation and test, and
 * each run is a pair with itself.
 */
final class SplitAnswer {
  /** All areas under curves: that of the mean over classes first, then class by class. */
  private static final String AREAS = "auc";

  private static final String AREA = "auc.";
  private static final String MACRO = "auc.macro";

  private final Inquiry inquiry;
  private final List<AskedRun> runs;
  private final String metric;
  private final List<Split> splits;

  private SplitAnswer(Inquiry inquiry, List<AskedRun> runs) {
    this.inquiry = inquiry;
    this.runs = runs;
    String bare = withoutSplit(inquiry.response());
    this.metric = bare.equals(AREAS) ? MACRO : bare;
    List<Split> there =
        Arrays.stream(Split.values())
            .filter(split -> runs.stream().anyMatch(run -> has(run, split, metric)))
            .toList();
    if (there.size() < 2) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--response",
              "must be a metric of two splits at least, said without its split, but was "
                  + inquiry.response(),
              Suggestions.oneOf(bare, metrics())));
    }
    Split reference = reference(there);
    List<Split> ordered = new ArrayList<>(there);
    ordered.sort(
        Comparator.comparing((Split split) -> split != reference)
            .thenComparing(Comparator.reverseOrder()));
    this.splits = ordered;
  }

  /**
   * The answer.
   *
   * @param all runs, of which those count that finished with a number for each split
   */
  static Answer of(Inquiry inquiry, List<AskedRun> all) {
    List<AskedRun> finished =
        all.stream().filter(run -> run.status() == RunStatus.FINISHED).toList();
    SplitAnswer splits = new SplitAnswer(inquiry, finished);
    List<AskedRun> whole =
        finished.stream()
            .filter(run -> splits.splits.stream().allMatch(split -> has(run, split, splits.metric)))
            .toList();
    Answer answer = new SplitAnswer(inquiry, Repetitions.newest(whole)).answer();
    List<String> warnings = new ArrayList<>();
    LeftOut.said(all, whole).ifPresent(warnings::add);
    Repetitions.said(whole).ifPresent(warnings::add);
    return answer.warned(warnings);
  }

  private Answer answer() {
    Answer answer = Answerer.together(List.of(asked(metric)), List.of(measured(metric))).get(0);
    List<AnswerPart> classes = classes();
    Answer.Beside beside = new Answer.Beside(answer).classes(classes);
    if (!classes.isEmpty()) {
      beside.sentence(answer.sentence() + classesSaid(classes));
    }
    return beside.answer().warned(warnings());
  }

  /** Holm's correction is over all classes and pairs of splits. */
  private List<AnswerPart> classes() {
    if (!withoutSplit(inquiry.response()).equals(AREAS)) {
      return List.of();
    }
    List<String> names =
        metrics().stream()
            .filter(name -> name.startsWith(AREA) && !name.equals(MACRO))
            .filter(this::isWhole)
            .toList();
    List<Answer> answers =
        Answerer.together(
            names.stream().map(this::asked).toList(), names.stream().map(this::measured).toList());
    return answers.stream()
        .map(answer -> AnswerPart.of(answer.response().substring(AREA.length()), answer))
        .toList();
  }

  /** A class that a split of some run lacks has no area there. */
  private boolean isWhole(String name) {
    return runs.stream()
        .allMatch(
            run -> splits.stream().allMatch(split -> Double.isFinite(number(run, split, name))));
  }

  private String classesSaid(List<AnswerPart> classes) {
    List<AnswerComparison> all =
        classes.stream().flatMap(part -> part.comparisons().stream()).toList();
    long sure = all.stream().filter(one -> one.pAdjusted() < 0.05).count();
    Optional<AnswerPart> widest =
        classes.stream().max(Comparator.comparingDouble(part -> widest(part.comparisons())));
    String largest =
        widest
            .filter(part -> Double.isFinite(widest(part.comparisons())))
            .map(
                part ->
                    part.comparisons().stream()
                        .max(Comparator.comparingDouble(one -> Math.abs(one.difference())))
                        .map(
                            one ->
                                "; the largest is that of class %s, %s less %s: %s%s"
                                    .formatted(
                                        part.name(),
                                        one.b(),
                                        one.a(),
                                        Amounts.of(part.response()).difference(one.difference()),
                                        interval(Amounts.of(part.response()), one.ci())))
                        .orElse(""))
            .orElse("");
    return " Class by class, %d of %d differences are sure after Holm's correction over all%s."
        .formatted(sure, all.size(), largest);
  }

  private static String interval(Amounts amounts, Interval ci) {
    return Double.isFinite(ci.low()) ? " " + amounts.interval(ci) : "";
  }

  private static double widest(List<AnswerComparison> comparisons) {
    return comparisons.stream()
        .mapToDouble(one -> Math.abs(one.difference()))
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private Asked asked(String name) {
    return new Asked(
        Inquiry.SPLIT,
        name,
        Goal.of(Split.TEST.key() + "." + name).orElse(null),
        splits.get(0).key(),
        inquiry.marginOf(Split.TEST.key() + "." + name));
  }

  private List<Measured> measured(String name) {
    List<String> others =
        Design.varied(runs).stream().filter(factor -> !Design.isSeed(factor)).toList();
    List<Measured> measured = new ArrayList<>();
    for (Split split : splits) {
      for (AskedRun run : runs) {
        Reading reading = Reading.of(number(run, split, name));
        String group = others.stream().map(run::factor).collect(Collectors.joining("\n"));
        measured.add(
            new Measured(split.key(), run.id(), reading.value(), reading.lack(), group, null));
      }
    }
    return measured;
  }

  private Split reference(List<Split> there) {
    String asked = inquiry.reference();
    if (asked == null) {
      return there.get(there.size() - 1);
    }
    return there.stream()
        .filter(split -> split.key().equals(asked))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    new Problem(
                        "command line",
                        "--reference",
                        "must be one of "
                            + there.stream().map(Split::key).collect(Collectors.joining(", "))
                            + " but was "
                            + asked,
                        null)));
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (splits.size() < Split.values().length) {
      warnings.add(
          "these runs have no %s for %s"
              .formatted(
                  metric,
                  Arrays.stream(Split.values())
                      .filter(split -> !splits.contains(split))
                      .map(Split::key)
                      .collect(Collectors.joining(", "))));
    }
    List<String> varied = Design.varied(runs);
    List<String> others = varied.stream().filter(name -> !Design.isSeed(name)).toList();
    if (!others.isEmpty()) {
      warnings.add(
          "these runs differ in " + String.join(", ", others) + ": each counts as one of many");
    }
    if (withoutSplit(inquiry.response()).equals(AREAS)) {
      List<String> lacking =
          metrics().stream()
              .filter(name -> name.startsWith(AREA) && !name.equals(MACRO) && !isWhole(name))
              .map(name -> name.substring(AREA.length()))
              .toList();
      if (!lacking.isEmpty()) {
        warnings.add(
            "not every split of every run has images of class %s: no area is compared there"
                .formatted(String.join(", ", lacking)));
      }
    }
    Set<Long> images = new TreeSet<>();
    runs.forEach(run -> images.add(Streams.of(run).split()));
    if (images.size() == 1) {
      warnings.add(
          "every run has the same images in each split: the intervals are over seeds, and other"
              + " images could differ more");
    }
    return warnings;
  }

  /** Without its split, and every metric there is. */
  private Set<String> metrics() {
    return runs.stream()
        .flatMap(run -> run.metrics().keySet().stream())
        .filter(name -> !withoutSplit(name).equals(name))
        .map(SplitAnswer::withoutSplit)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static double number(AskedRun run, Split split, String name) {
    return run.metrics().getOrDefault(split.key() + "." + name, Double.NaN);
  }

  private static boolean has(AskedRun run, Split split, String name) {
    return run.metrics().containsKey(split.key() + "." + name);
  }

  private static String withoutSplit(String name) {
    for (Split split : Split.values()) {
      if (name.startsWith(split.key() + ".")) {
        return name.substring(split.key().length() + 1);
      }
    }
    return name;
  }
}
