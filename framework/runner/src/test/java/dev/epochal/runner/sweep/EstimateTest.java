package dev.epochal.runner.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.planning.Planner;
import dev.epochal.runner.compare.RecordedRuns;
import dev.epochal.runner.sweep.Estimate.Likeness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EstimateTest {
  private static final String HERE = "AMD EPYC";

  @TempDir Path home;

  private RecordedRuns runs;

  @BeforeEach
  void none() {
    runs = new RecordedRuns(home);
  }

  /** A run of one epoch of 40 images on 2 threads, as fixtures record them. */
  private String recorded(String name, double seconds, double rest, String... overrides)
      throws Exception {
    return runs.run(name, overrides)
        .metric("time.train.wall", seconds)
        .metric("time.run.wall", seconds + rest)
        .metric("model.parameters", parameters(overrides))
        .record();
  }

  private double parameters(String... overrides) throws Exception {
    Path spec = home.resolve("tiny.yaml");
    Files.writeString(spec, RecordedRuns.SPEC);
    return Planner.plan(spec, Arrays.asList(overrides)).plan().network().parameters();
  }

  private RunPlan plan(String... overrides) {
    return Planner.plan(home.resolve("tiny.yaml"), Arrays.asList(overrides)).plan();
  }

  private Optional<Estimate> estimate(ThreadPlan threads, int trials, RunPlan... known) {
    return Estimate.of(runs.registry(), HERE, List.of(known), trials, threads);
  }

  @Test
  void noPastRunTellsNothing() throws Exception {
    runs.run("untimed").record();
    assertThat(estimate(new ThreadPlan(1, 2), 1, plan())).isEmpty();
    recorded("elsewhere", 10, 1);
    assertThat(Estimate.of(runs.registry(), "another", List.of(plan()), 1, new ThreadPlan(1, 2)))
        .isEmpty();
  }

  @Test
  void theSameRunTellsMostScaledByItsEpochs() throws Exception {
    recorded("other", 1_000, 0, "variant=wide");
    recorded("slow", 500, 0, "training.batchSize=10");
    String same = recorded("same", 10, 1);
    Estimate told = estimate(new ThreadPlan(1, 2), 1, plan()).orElseThrow();
    assertThat(told.likeness()).isEqualTo(Likeness.SAME);
    assertThat(told.run().id()).isEqualTo(same);
    assertThat(told.seconds()).isEqualTo(3 * 10 + 1);
  }

  @Test
  void manyTrialsShareTheMachine() throws Exception {
    recorded("same", 10, 0);
    RunPlan long1 = plan("training.epochs=6");
    RunPlan short1 = plan("training.epochs=1");
    assertThat(estimate(new ThreadPlan(2, 2), 3, long1, short1, short1).orElseThrow().seconds())
        .isEqualTo(60);
    assertThat(estimate(new ThreadPlan(1, 2), 3, long1, short1, short1).orElseThrow().seconds())
        .isEqualTo(80);
    assertThat(estimate(new ThreadPlan(4, 2), 10, short1).orElseThrow().seconds()).isEqualTo(30);
  }

  @Test
  void lessLikeRunsAreScaledByImagesAndParameters() throws Exception {
    recorded("base", 10, 4);
    Estimate fewer = estimate(new ThreadPlan(1, 2), 1, plan("data.subset.train=20")).orElseThrow();
    assertThat(fewer.likeness()).isEqualTo(Likeness.OTHER_LENGTH);
    assertThat(fewer.seconds()).isEqualTo(3 * 5 + 2);
    Estimate threads = estimate(new ThreadPlan(1, 1), 1, plan()).orElseThrow();
    assertThat(threads.likeness()).isEqualTo(Likeness.OTHER_BATCH);
    assertThat(threads.seconds()).isEqualTo(34);
    Estimate wide = estimate(new ThreadPlan(1, 2), 1, plan("variant=wide")).orElseThrow();
    assertThat(wide.likeness()).isEqualTo(Likeness.OTHER_NETWORK);
    assertThat(wide.seconds())
        .isCloseTo(30 * parameters("variant=wide") / parameters() + 4, within(1e-9));
  }
}
