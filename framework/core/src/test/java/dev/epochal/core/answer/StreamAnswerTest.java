package dev.epochal.core.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.stats.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The variance of a response, split between the streams of randomness. */
final class StreamAnswerTest {
  private static final String ACCURACY = "validation.accuracy";
  private static final Inquiry SEEDS = new Inquiry("seeds", ACCURACY);
  private static final double[] SPREAD = {0.91, 0.925, 0.93, 0.915, 0.92};

  private final Runs runs = new Runs();

  @Test
  void aStreamsOwnSpreadIsThatOfTheRunsInWhichItAloneChanges() {
    // Around a base, one stream at a time; and the seed of all of them.
    for (int i = 0; i < SPREAD.length; i++) {
      runs.run("seed", "" + (i + 1))
          .metric(ACCURACY, 0.9 + 2 * (SPREAD[i] - 0.91))
          .parameters("seed" + i)
          .finished();
      runs.run("seed", "1", "seeds.init", "" + i)
          .metric(ACCURACY, SPREAD[i])
          .parameters("init" + i)
          .finished();
      runs.run("seed", "1", "seeds.dropout", "" + i)
          .metric(ACCURACY, 0.9)
          .parameters("same")
          .finished();
    }

    Answer answer = RunAnswers.answer(SEEDS, runs.all());

    assertThat(answer.streams())
        .extracting(AnswerStream::stream)
        .containsExactly("seed", "init", "dropout");
    AnswerStream whole = answer.streams().get(0);
    assertThat(whole.sd()).isCloseTo(2 * 0.007905694150420955, within(1e-9));
    assertThat(whole.share()).isNull();
    AnswerStream init = answer.streams().get(1);
    // The base is one of them, since nothing but seeds.init is other there.
    double[] six = {0.91, 0.925, 0.93, 0.915, 0.92, 0.9};
    assertThat(init.n()).isEqualTo(6);
    assertThat(init.sd()).isCloseTo(Spread.of(six).sd(), within(1e-12));
    assertThat(init.ci().low()).isCloseTo(Spread.of(six).interval().low(), within(1e-12));
    assertThat(init.share()).isCloseTo(Math.pow(init.sd() / whole.sd(), 2), within(1e-12));
    assertThat(init.shareCi()).isNotNull();
    assertThat(init.differentBits()).isEqualTo(6);
    assertThat(answer.streams().get(2).sd()).isZero();
    assertThat(answer.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(answer.sentence())
        .startsWith("validation.accuracy changes with the seed: over 5 runs its standard")
        .contains("no two end with the same parameters");
    assertThat(answer.warnings())
        .anyMatch(warning -> warning.startsWith("no runs differ in seeds.split, seeds.shuffle"));
  }

  @Test
  void aStreamThatDoesNothingIsSaidToLeaveTheBits() {
    for (int i = 1; i <= 4; i++) {
      runs.run("seed", "1", "seeds.shuffle", "" + i)
          .metric(ACCURACY, 0.9)
          .parameters("same")
          .finished();
    }

    Answer answer = RunAnswers.answer(SEEDS, runs.all());

    assertThat(answer.verdict()).isEqualTo(Verdict.SAME);
    assertThat(answer.sentence())
        .isEqualTo("The results are the same to the bit whatever seeds.shuffle is.");
  }

  @Test
  void variantsThatHoldSeedsAreNoFactorOfTheirOwn() {
    String[] streams = {"split", "init", "shuffle", "dropout"};
    for (int seed = 1; seed <= 4; seed++) {
      runs.run("seed", "" + seed, "variant", "base").metric(ACCURACY, 0.9 + seed / 1e3).finished();
      for (String free : streams) {
        List<String> set = new ArrayList<>(List.of("seed", "" + seed, "variant", free));
        for (String held : streams) {
          if (!held.equals(free)) {
            set.addAll(List.of("seeds." + held, "1"));
          }
        }
        runs.run(set.toArray(String[]::new)).metric(ACCURACY, 0.9 + seed / 2e3).finished();
      }
    }

    Answer answer = RunAnswers.answer(SEEDS, runs.all());

    assertThat(answer.streams())
        .extracting(AnswerStream::stream)
        .containsExactly("seed", "split", "init", "shuffle", "dropout");
    assertThat(answer.streams()).extracting(AnswerStream::n).containsOnly(4);
    assertThat(answer.streams().get(1).share()).isCloseTo(0.25, within(1e-9));
    assertThat(answer.warnings()).noneMatch(warning -> warning.contains("these runs differ in"));
  }

  @Test
  void whatFollowsFromTheSeedMayBeWrittenOut() {
    for (int i = 1; i <= 3; i++) {
      String init = Long.toString(SeedPlan.derived(i).init());
      runs.run("seed", "" + i, "seeds.init", init).metric(ACCURACY, 0.9 + i / 1e3).finished();
    }

    assertThat(RunAnswers.answer(SEEDS, runs.all()).streams())
        .extracting(AnswerStream::stream)
        .containsExactly("seed");
  }

  @Test
  void runsThatDifferInNoSeedTellNothing() {
    runs.run("training.batchSize", "1").metric(ACCURACY, 0.9).finished();
    runs.run("training.batchSize", "2").metric(ACCURACY, 0.9).finished();

    assertThatThrownBy(() -> RunAnswers.answer(SEEDS, runs.all()))
        .hasMessageContaining("--factor seeds needs runs in which one of");
  }

  /** Without bias, and with intervals that hold, in each design. */
  @Test
  void theEstimatesAreRightOnTheAverage() {
    for (String design : new String[] {"alone", "crossed", "nested"}) {
      Random random = new Random(1729);
      int covered = 0;
      double sum = 0;
      int sweeps = 4_000;
      for (int i = 0; i < sweeps; i++) {
        AnswerStream init = simulated(random, design);
        sum += init.sd() * init.sd();
        covered += init.ci().low() <= 0.01 && 0.01 <= init.ci().high() ? 1 : 0;
      }
      assertThat(sum / sweeps).as(design).isCloseTo(1e-4, within(3e-6));
      assertThat(covered / (double) sweeps).as(design).isBetween(0.93, 0.97);
    }
  }

  /** The init makes an sd of 0.8 points by itself and 0.6 together with the order: 1 in all. */
  private static AnswerStream simulated(Random random, String design) {
    Runs runs = new Runs();
    int groups = design.equals("alone") ? 1 : 4;
    double[] inits = random.doubles(6).map(u -> 0.008 * random.nextGaussian()).toArray();
    for (int group = 0; group < groups; group++) {
      double shuffle = 0.02 * random.nextGaussian();
      for (int init = 0; init < inits.length; init++) {
        boolean nested = design.equals("nested");
        double own = nested ? 0.008 * random.nextGaussian() : inits[init];
        runs.run("seeds.shuffle", "" + group, "seeds.init", "" + (nested ? 10 * group : 0) + init)
            .metric(ACCURACY, 0.9 + shuffle + own + 0.006 * random.nextGaussian())
            .finished();
      }
    }
    return RunAnswers.answer(SEEDS, runs.all()).streams().stream()
        .filter(stream -> stream.stream().equals("init"))
        .findFirst()
        .orElseThrow();
  }
}
