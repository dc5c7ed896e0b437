package dev.epochal.runner.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.sweep.Distribution;
import dev.epochal.core.sweep.Question;
import dev.epochal.core.sweep.Search;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.core.sweep.SweepMethod;
import dev.epochal.core.sweep.SweepPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TrialSourceTest {
  private static final String RATE = "training.updater.learningRate";

  @Test
  void listedTrialsAreThoseOfTheirNumber() {
    TrialSource source =
        new TrialSource(
            plan(
                SweepMethod.GRID,
                new Search.Listed(List.of(Map.of("seed", "1"), Map.of("seed", "2")))));

    assertThat(source.of(2, List.of()))
        .isEqualTo(new TrialSource.Proposal(new TreeMap<>(Map.of("seed", "2")), null));
  }

  @Test
  void eachDrawnPointIsTriedWithEverySeed() {
    TrialSource source = new TrialSource(plan(SweepMethod.RANDOM, drawn(false)));
    List<Trial> trials = new ArrayList<>();
    for (int number = 1; number <= 6; number++) {
      trials.add(trial(number, source.of(number, trials)));
    }

    assertThat(trials.stream().map(trial -> trial.assigned().values().get("seed")))
        .containsExactly("1", "2", "1", "2", "1", "2");
    assertThat(trials.stream().map(trial -> trial.assigned().values().get(RATE)).distinct())
        .hasSize(3);
    assertThat(trials.get(0).assigned().point()).isEqualTo(trials.get(1).assigned().point());
  }

  /** A sweep that goes on knows the points of before, whatever is drawn now. */
  @Test
  void aPointThatWasDrawnIsNotDrawnAnew() {
    TrialSource source = new TrialSource(plan(SweepMethod.BAYES, drawn(true)));
    Trial first =
        trial(1, new TrialSource.Proposal(new TreeMap<>(Map.of(RATE, "0.5")), List.of(0.5)));

    assertThat(source.of(2, List.of(first)).point()).containsExactly(0.5);
  }

  @Test
  void bayesGoesByWhatTheTrialsBeforeYielded() {
    TrialSource source = new TrialSource(plan(SweepMethod.BAYES, drawn(true)));
    List<Trial> low = new ArrayList<>();
    List<Trial> high = new ArrayList<>();
    for (int number = 1; number <= 80; number++) {
      add(low, source.of(number, low), number, 0.1);
      add(high, source.of(number, high), number, 0.9);
    }

    assertThat(lastPoint(low)).isLessThan(0.5);
    assertThat(lastPoint(high)).isGreaterThan(0.5);
  }

  private static void add(
      List<Trial> trials, TrialSource.Proposal proposal, int number, double best) {
    Trial trial = trial(number, proposal);
    double point = trial.assigned().point().get(0);
    trial.over(RunStatus.FINISHED, null, Math.abs(point - best));
    trials.add(trial);
  }

  private static double lastPoint(List<Trial> trials) {
    return trials.stream()
        .skip(60)
        .mapToDouble(trial -> trial.assigned().point().get(0))
        .average()
        .orElseThrow();
  }

  private static Trial trial(int number, TrialSource.Proposal proposal) {
    return new Trial(
        new SweepEntry.Assigned(
            number,
            proposal.values(),
            "hash",
            "%012x".formatted(number),
            false,
            proposal.point(),
            Instant.EPOCH));
  }

  private static Search drawn(boolean bayes) {
    return new Search.Drawn(
        bayes,
        7,
        List.of(
            new Search.DrawnKey(
                RATE, new Distribution.Uniform(0, 1, Distribution.Scale.LINEAR, 0))),
        40,
        List.of("1", "2"));
  }

  private static SweepPlan plan(SweepMethod method, Search search) {
    return new SweepPlan(
        "tiny",
        method,
        search,
        "validation.loss",
        Goal.MIN,
        null,
        new Question(null, null, "validation.accuracy", null, Double.NaN));
  }
}
