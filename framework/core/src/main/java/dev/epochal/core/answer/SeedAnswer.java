package dev.epochal.core.answer;

import dev.epochal.core.stats.Spread;
import dev.epochal.core.stats.VarianceEstimate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers how far runs spread that differ in a seed, which is no comparison of one with another.
 * Where something else varies too, only runs that agree in it are looked at together.
 */
final class SeedAnswer {
  /** What the one level is called where nothing but the seed varies. */
  private static final String ALL = "all";

  private final Asked asked;
  private final List<String> besides;

  /** By all that varies but the seed that is asked about. */
  private final Map<String, List<Measured>> groups = new LinkedHashMap<>();

  private final Levels levels;
  private final int seeds;

  /** How many final parameters are different from all others of their group. */
  private int differentBits;

  private int knownBits;

  /** Whether final parameters differ within a group. */
  private boolean differ;

  private SeedAnswer(Asked asked, List<Measured> runs, List<String> besides) {
    this.asked = asked;
    this.besides = besides;
    boolean alone = runs.stream().map(Measured::block).distinct().count() < 2;
    List<Measured> together = new ArrayList<>();
    for (Measured run : runs) {
      String group = alone ? ALL : run.block();
      groups.computeIfAbsent(group, name -> new ArrayList<>()).add(run);
      together.add(new Measured(group, run.level(), run.value(), run.lack(), "", run.parameters()));
    }
    levels = new Levels(together);
    seeds = (int) runs.stream().map(Measured::level).distinct().count();
    groups.values().forEach(this::count);
  }

  /**
   * The answer.
   *
   * @param runs whose level is the seed
   * @param besides names of what else varies
   */
  static Answer of(Asked asked, List<Measured> runs, List<String> besides) {
    return new SeedAnswer(asked, runs, besides).answer();
  }

  private void count(List<Measured> group) {
    Set<String> hashes = new HashSet<>();
    for (Measured run : group) {
      if (run.parameters() != null) {
        hashes.add(run.parameters());
        knownBits++;
      }
    }
    differentBits += hashes.size();
    differ |= hashes.size() > 1;
  }

  private Answer answer() {
    List<AnswerLevel> summaries = levels.names().stream().map(levels::summary).toList();
    Optional<VarianceEstimate> estimate = estimate();
    List<String> warnings = new ArrayList<>();
    boolean alone = groups.size() < 2;
    if (alone && estimate.isEmpty()) {
      warnings.add("fewer than two runs have a value: how far they spread is not known");
    }
    if (!alone) {
      warnings.add(
          "these runs differ in %s too: only runs that agree in it are compared"
              .formatted(String.join(", ", besides)));
    }
    Spread spread = alone && estimate.isPresent() ? Spread.of(levels.finite(ALL)) : null;
    return new Answer(
        asked.factor(),
        asked.response(),
        summaries,
        List.of(),
        null,
        estimate.map(VarianceEstimate::sd).orElse(Double.NaN),
        spread,
        verdict(),
        null,
        estimate.map(one -> sentence(one, spread, summaries)).orElseGet(this::unknown)
            + AnswerSentence.lacking(summaries),
        warnings);
  }

  private Optional<VarianceEstimate> estimate() {
    List<VarianceEstimate.Cell> cells = new ArrayList<>();
    for (String group : levels.names()) {
      levels
          .of(group)
          .forEach(
              (seed, value) -> {
                if (Double.isFinite(value)) {
                  cells.add(new VarianceEstimate.Cell(seed, group, value));
                }
              });
    }
    return VarianceEstimate.of(cells);
  }

  /** By the parameters alone, of runs that differ in nothing but the seed. */
  private Verdict verdict() {
    if (differ) {
      return Verdict.DIFFERENT;
    }
    boolean compared = groups.values().stream().anyMatch(group -> group.size() > 1);
    return compared && knownBits > 0 ? Verdict.SAME : Verdict.UNDECIDED;
  }

  private String unknown() {
    return groups.size() < 2
        ? "Undecided: fewer than two runs have a value."
        : "Undecided: no two runs with a value differ in %s and agree in %s."
            .formatted(asked.factor(), String.join(", ", besides));
  }

  private String sentence(
      VarianceEstimate estimate, @Nullable Spread spread, List<AnswerLevel> summaries) {
    Amounts amounts = Amounts.of(asked.response());
    String of =
        spread == null
            ? ", within each of %d groups of runs that agree in %s: "
                .formatted(groups.size(), String.join(", ", besides))
            : ": mean " + amounts.value(summaries.get(0).mean()) + ", ";
    String range =
        spread == null
            ? ""
            : ", from %s to %s".formatted(amounts.value(spread.min()), amounts.value(spread.max()));
    return String.format(
        Locale.ROOT,
        "%s over %d values of %s%sstandard deviation %s %s%s; %s. Two single runs must differ by"
            + " more than %s before it is more than chance.",
        asked.response(),
        seeds,
        asked.factor(),
        of,
        amounts.difference(estimate.sd()),
        amounts.interval(estimate.interval()),
        range,
        bits(),
        amounts.difference(1.96 * Math.sqrt(2) * estimate.sd()));
  }

  private String bits() {
    int runs = groups.values().stream().mapToInt(List::size).sum();
    if (knownBits == 0) {
      return "what parameters they end with is not known";
    }
    if (!differ) {
      return "the parameters are the same to the bit";
    }
    return differentBits == runs
        ? "no two end with the same parameters"
        : differentBits + " different sets of parameters come out";
  }
}
