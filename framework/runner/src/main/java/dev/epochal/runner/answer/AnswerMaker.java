package dev.epochal.runner.answer;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.Answerer;
import dev.epochal.core.answer.Asked;
import dev.epochal.core.answer.Measured;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.stats.TimeTo;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import dev.epochal.registry.RunValues;
import dev.epochal.registry.filter.FilterParser;
import dev.epochal.registry.filter.Operand;
import dev.epochal.runner.Divergence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers a question by what the registry holds. */
public final class AnswerMaker {
  private final Registry registry;

  public AnswerMaker(Registry registry) {
    this.registry = registry;
  }

  /**
   * The answer.
   *
   * @throws InvalidInputException when there are not two runs, the factor is not clear, or no run
   *     has the response
   */
  public Answer answer(AnswerRequest request) {
    List<RunValues> values = registry.values(request.runs(), List.of(operand(request.response())));
    List<RunDetail> all = registry.outlines(values.stream().map(run -> run.run().id()).toList());
    List<RunDetail> runs = new ArrayList<>();
    List<Double> responses = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (counts(all.get(i))) {
        runs.add(all.get(i));
        responses.add(response(values.get(i).values().get(0), all.get(i)));
      }
    }
    leftOut(all).ifPresent(warnings::add);
    check(request, runs, responses);
    Design design = Design.of(runs, request.factor());
    Set<Integer> counted = newest(design, runs, warnings);
    List<Measured> measured =
        counted.stream()
            .map(run -> new Measured(design.level(run), design.block(run), responses.get(run)))
            .toList();
    warnings.addAll(design.confounded(counted));
    Asked asked = asked(request, design, measured);
    Answer answer =
        design.isOfChance()
            ? Answerer.ofSeeds(asked, measured, differentBits(counted, runs))
            : Answerer.answer(asked, measured);
    return answer.warned(warnings);
  }

  private static Operand operand(String response) {
    return TimeTo.isCall(response)
        ? FilterParser.operands("--response", List.of(response)).get(0)
        : new Operand.Metric(response);
  }

  private static boolean counts(RunDetail run) {
    return run.summary().status() == RunStatus.FINISHED || diverged(run);
  }

  private static boolean diverged(RunDetail run) {
    return run.summary().status() == RunStatus.FAILED && Divergence.isTheReason(run.reason());
  }

  /** NaN of a run that diverged, or never came so far. */
  private static double response(@Nullable Object value, RunDetail run) {
    return value instanceof Number number && !diverged(run) ? number.doubleValue() : Double.NaN;
  }

  private static Optional<String> leftOut(List<RunDetail> all) {
    Map<RunStatus, Long> others =
        all.stream()
            .filter(run -> !counts(run))
            .collect(
                Collectors.groupingBy(
                    run -> run.summary().status(), TreeMap::new, Collectors.counting()));
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "left out, because they did not come to their end: "
                + others.entrySet().stream()
                    .map(one -> one.getValue() + " " + one.getKey())
                    .collect(Collectors.joining(", ")));
  }

  private static void check(AnswerRequest request, List<RunDetail> runs, List<Double> responses) {
    if (runs.size() < 2) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--filter",
              "finds " + runs.size() + " finished runs, and an answer needs two at least",
              "./run list shows the runs that there are"));
    }
    if (responses.stream().noneMatch(Double::isFinite)) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--response",
              "is not there: no finished run has " + request.response(),
              "./run show latest --json names a run's metrics"));
    }
  }

  /** Runs that are the same in everything give the same numbers: they are no repetitions. */
  private static Set<Integer> newest(Design design, List<RunDetail> runs, List<String> warnings) {
    Map<String, Integer> newest = new LinkedHashMap<>();
    for (int run = 0; run < runs.size(); run++) {
      String same = design.level(run) + "\n" + design.block(run);
      Integer other = newest.get(same);
      if (other == null || started(runs, run).isAfter(started(runs, other))) {
        newest.put(same, run);
      }
    }
    if (newest.size() < runs.size()) {
      warnings.add(
          "%d runs only repeat others to the bit: of those the newest counts"
              .formatted(runs.size() - newest.size()));
    }
    return new LinkedHashSet<>(newest.values());
  }

  private static Instant started(List<RunDetail> runs, int run) {
    return runs.get(run).summary().started();
  }

  private static Asked asked(AnswerRequest request, Design design, List<Measured> measured) {
    String reference = request.reference();
    Set<String> levels = measured.stream().map(Measured::level).collect(Collectors.toSet());
    if (reference != null && !levels.contains(reference)) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--reference",
              "must be one of " + String.join(", ", levels) + " but was " + reference,
              null));
    }
    return new Asked(
        design.factor(),
        request.response(),
        Goal.of(request.response()).orElse(Goal.MAX),
        reference,
        request.margin() == null ? Asked.usualMargin(request.response()) : request.margin());
  }

  private static int differentBits(Set<Integer> counted, List<RunDetail> runs) {
    Set<String> hashes = new HashSet<>();
    for (int run : counted) {
      runs.get(run).hashes().values().stream().reduce((one, next) -> next).ifPresent(hashes::add);
    }
    return hashes.size();
  }
}
