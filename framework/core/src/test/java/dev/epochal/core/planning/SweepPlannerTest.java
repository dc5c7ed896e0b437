package dev.epochal.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.sweep.EarlyStop;
import dev.epochal.core.sweep.Search;
import dev.epochal.core.sweep.SweepMethod;
import dev.epochal.core.sweep.SweepPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepPlannerTest {
  private static final String SPEC =
      """
      name: x
      seed: 4
      data: {dataset: digits, subset: {train: 100, validation: 50, test: 50}}
      network:
        layers:
          - {name: fc, type: dense, nOut: 8}
          - {name: out, type: output}
      training: {batchSize: 10, epochs: 3, updater: {type: sgd, learningRate: 0.1}}
      variants: {wide: {network.layers.fc.nOut: 64}}
      """;

  @TempDir private Path folder;

  @Test
  void oneValueEachIsNoSweep() {
    assertThat(SweepPlanner.plan(spec(""), List.of("seed=2", "variant=wide"), false)).isEmpty();
  }

  @Test
  void theCommandLinesValuesMakeAGrid() {
    PlannedSweep sweep = sweep("", "training.batchSize=10,50", "seed=1..3", "training.epochs=2");

    assertThat(sweep.plan().method()).isEqualTo(SweepMethod.GRID);
    List<Map<String, String>> trials = listed(sweep);
    assertThat(trials).hasSize(6);
    PlannedRun last = sweep.trial(trials.get(5));
    assertThat(last.plan().training().batchSize()).isEqualTo(50);
    assertThat(last.plan().seeds().seed()).isEqualTo(3);
    assertThat(last.plan().training().epochs()).isEqualTo(2);
    assertThat(sweep.plan().question().factor()).isEqualTo("training.batchSize");
    assertThat(sweep.plan().question().response()).isEqualTo("validation.accuracy");
    assertThat(sweep.plan().metric()).isEqualTo("validation.loss");
    assertThat(sweep.plan().goal()).isEqualTo(Goal.MIN);
  }

  @Test
  void variantsAreAFactorLikeAnyOther() {
    PlannedSweep sweep = sweep("", "variant=base,wide");

    assertThat(listed(sweep)).containsExactly(Map.of("variant", "base"), Map.of("variant", "wide"));
    assertThat(sweep.trial(Map.of("variant", "wide")).plan().variant()).isEqualTo("wide");
  }

  @Test
  void theSpecsSweepSpeaksWeightsAndBiases() {
    PlannedSweep sweep =
        sweep(
            """
            sweep:
              method: bayes
              metric: {name: validation.accuracy, goal: maximize}
              parameters:
                training.batchSize: {values: [10, 20, 50]}
                training.updater.learningRate: {distribution: log_uniform_values, min: 1e-4, max: 1}
                network.layers.fc.nOut: {min: 4, max: 64}
                training.epochs: {value: 2}
              run_cap: 20
              repeats: 2
              seed: 9
              early_terminate: {type: asha, min_iter: 1, eta: 2}
              question: {text: "Which is best?", margin: 0.01}
            """);

    Search.Drawn drawn = (Search.Drawn) sweep.plan().search();
    assertThat(drawn.points()).isEqualTo(10);
    assertThat(drawn.seeds()).containsExactly("4", "5");
    assertThat(drawn.trials()).isEqualTo(20);
    Map<String, String> values = drawn.values(drawn.sampler().point(0, List.of()));
    assertThat(values)
        .containsOnlyKeys(
            "training.batchSize",
            "training.updater.learningRate",
            "network.layers.fc.nOut",
            "training.epochs")
        .containsEntry("training.epochs", "2");
    assertThat(sweep.trial(values).plan().training().epochs()).isEqualTo(2);
    assertThat(sweep.plan().earlyStop()).isEqualTo(new EarlyStop.Asha(1, 2));
    assertThat(sweep.plan().goal()).isEqualTo(Goal.MAX);
    assertThat(sweep.plan().question().margin()).isEqualTo(0.01);
  }

  @Test
  void theCommandLineWinsOverTheSpecsSweep() {
    String spec =
        "sweep: {parameters: {training.batchSize: {values: [10, 20]}, seed: {values: [1, 2]}}}\n";

    assertThat(listed(sweep(spec, "training.batchSize=50"))).hasSize(2);
    assertThat(listed(sweep(spec, "training.batchSize=25,50,100"))).hasSize(6);
  }

  @Test
  void zipExcludeRepeatsAndCap() {
    PlannedSweep sweep =
        sweep(
            """
            sweep:
              parameters:
                training.batchSize: {values: [10, 20, 50]}
                training.updater.learningRate: {values: [0.1, 0.2, 0.5]}
              zip: [[training.batchSize, training.updater.learningRate]]
              exclude: [{training.batchSize: 20}]
              repeats: 3
              run_cap: 5
            """);

    assertThat(listed(sweep)).hasSize(5);
    assertThat(listed(sweep).get(0))
        .isEqualTo(
            Map.of(
                "training.batchSize", "10", "training.updater.learningRate", "0.1", "seed", "4"));
    assertThat(listed(sweep).get(3)).containsEntry("training.batchSize", "50");
  }

  @Test
  void aPlanComesBackFromJson() throws IOException {
    SweepPlan plan =
        sweep(
                """
                sweep:
                  method: random
                  parameters:
                    training.updater.learningRate: {distribution: log_normal, mu: -3, sigma: 1}
                    training.batchSize: {values: [10, 20], probabilities: [0.3, 0.7]}
                  run_cap: 4
                  early_terminate: {type: median}
                """)
            .plan();

    assertThat(Json.mapper().readValue(Json.pretty(plan), SweepPlan.class)).isEqualTo(plan);
  }

  @Test
  void aTrialsRecordedSpecAsksForThatTrialAlone() throws IOException {
    String text = "sweep: {parameters: {training.batchSize: {values: [10, 20]}}, repeats: 2}\n";
    PlannedRun trial = sweep(text).trial(Map.of("training.batchSize", "20", "seed", "5"));
    Path recorded = Files.writeString(folder.resolve("recorded.yaml"), trial.specText());

    assertThat(SweepPlanner.plan(recorded, List.of(), false)).isEmpty();
    assertThat(Planner.plan(recorded, List.of()).plan().sha256()).isEqualTo(trial.plan().sha256());
  }

  @Test
  void saysWhatIsWrongWithATrialWhereItsValueWasWritten() {
    assertProblems(
        "sweep:\n  parameters:\n    training.batchSize: {values: [10, 500]}\n",
        List.of(),
        "x.yaml:12:25: training.batchSize must be at most 100");
    assertProblems(
        "sweep:\n  parameters:\n    training.batchSzie: {values: [10, 20]}\n",
        List.of(),
        "x.yaml:12:25: training.batchSzie is not a key; did you mean \"batchSize\"?");
    assertProblems(
        "",
        List.of("training.batchSize=10,500"),
        "command line: training.batchSize must be at most");
    assertProblems("", List.of("seed=1,,2"), "command line: seed has no value between two commas");
    assertProblems(
        "", List.of("variant=base,wdie"), "command line: variant must be one of base, wide");
  }

  @Test
  void saysWhatIsWrongWithASweep() {
    assertProblems("sweep: {}\n", List.of(), "x.yaml:10:8: sweep varies nothing");
    assertProblems(
        "sweep: {method: random, parameters: {seed: {values: [1, 2]}}}\n",
        List.of(),
        "sweep has no run_cap");
    assertProblems(
        "sweep: {parameters: {training.updater.learningRate: {min: 0.1, max: 0.5}}}\n",
        List.of(),
        "must have values for a grid");
    assertProblems(
        "sweep: {parameters: {training.updater.learningRate: {min: 0.5, max: 0.1}}, method: random,"
            + " run_cap: 3}\n",
        List.of(),
        "must have a min below its max");
    assertProblems(
        "sweep: {parameters: {seed: {values: [1, 2]}}, repeats: 2}\n",
        List.of(),
        "sweep.repeats cannot be there when seed itself varies");
    assertProblems(
        "sweep: {parameters: {training.epochs: {values: [1, 1]}}}\n",
        List.of(),
        "has the value 1 twice");
    assertProblems(
        "sweep: {parameters: {training.epochs: {values: [1, 2], probabilities: [0.5, 0.6]}}}\n",
        List.of(),
        "must be one for each value and add up to 1");
    assertProblems(
        "sweep: {parameters: {training.epochs: {q: 3}}}\n", List.of(), "has neither value, values");
    assertProblems(
        "sweep: {method: bayes, run_cap: 3, metric: {name: test.accuracy}, parameters: {seed: {values:"
            + " [1, 2]}}}\n",
        List.of(),
        "must not be of the test split");
    assertProblems(
        "sweep: {method: random, run_cap: 3, metric: {name: gap.test.loss}, parameters: {seed:"
            + " {values: [1, 2]}}}\n",
        List.of(),
        "name gap.validation.loss, or say --allow-test-selection");
    assertProblems(
        "sweep: {metric: {name: test.accuracy}, repeats: 2}\n",
        List.of(),
        "must not be of the test split");
    assertProblems(
        "sweep: {early_terminate: {type: asha}, metric: {name: validation.auc.macro}, repeats: 2}\n",
        List.of(),
        "which every epoch yields");
    assertProblems(
        "sweep: {method: random, run_cap: 3, repeats: 5, parameters: {training.epochs: {values:"
            + " [1, 2]}}}\n",
        List.of(),
        "sweep.run_cap must be at least 5, the repeats of each point, but was 3");
    assertProblems("sweep: {run-cap: 3, repeats: 2}\n", List.of(), "did you mean \"run_cap\"?");
  }

  @Test
  void whatIsExcludedIsToldByItsValueHoweverItIsWritten() {
    String spec =
        """
        sweep:
          parameters:
            training.updater.learningRate: {values: [0.0003, 0.1]}
            training.batchSize: {values: [10, 20]}
          exclude: [{training.updater.learningRate: 3e-4, training.batchSize: 10}]
        """;

    assertThat(listed(sweep(spec))).hasSize(3);
    // What the command line takes from the spec's values need not agree with what is excluded.
    assertThat(listed(sweep(spec, "training.updater.learningRate=0.5"))).hasSize(2);
    assertThat(listed(sweep(spec, "training.updater.learningRate=0.0003"))).hasSize(1);
    assertThat(listed(sweep(spec, "training.batchSize=25,50"))).hasSize(4);
  }

  @Test
  void nothingIsExcludedInVain() {
    String rates = "sweep: {parameters: {training.updater.learningRate: {values: [0.1, 0.2]}}, ";
    assertProblems(
        rates + "exclude: [{training.epochs: 3}]}\n",
        List.of(),
        "sweep.exclude names training.epochs, which the sweep does not vary");
    assertProblems(
        rates + "exclude: [{training.updater.learningRate: 0.3}]}\n",
        List.of(),
        "sweep.exclude has {training.updater.learningRate=0.3}, which is no combination");
  }

  @Test
  void theReferenceIsOneOfTheValues() {
    String spec =
        """
        sweep:
          parameters: {training.batchSize: {values: [10, 20]}}
          question: {reference: 20}
        """;

    assertThat(sweep(spec).plan().question().reference()).isEqualTo("20");
    assertProblems(
        spec,
        List.of("training.batchSize=25,50"),
        "sweep.question.reference must be a value of training.batchSize, which are 25, 50, but was"
            + " 20");
    assertThat(sweep(spec, "training.batchSize=25,50", "sweep.question.reference=25")).isNotNull();
    // What does not vary is not asked about.
    assertThat(sweep(spec, "training.batchSize=25", "seed=1,2")).isNotNull();
  }

  @Test
  void oneRunIsNotTwoTrials() {
    assertProblems(
        "",
        List.of("training.updater.learningRate=0.01,1e-2,0.1", "seed=1,2"),
        "command line: two trials are the same run: training.updater.learningRate=0.01 and"
            + " training.updater.learningRate=1e-2; leave one out");
  }

  @Test
  void testMayChooseWhenItIsSaid() {
    String spec =
        "sweep: {method: bayes, run_cap: 3, metric: {name: test.accuracy}, repeats: 1, parameters:"
            + " {training.epochs: {values: [1, 2]}}}\n";

    assertThat(SweepPlanner.plan(spec(spec), List.of(), true)).isPresent();
  }

  private static List<Map<String, String>> listed(PlannedSweep sweep) {
    return ((Search.Listed) sweep.plan().search()).values();
  }

  private PlannedSweep sweep(String more, String... words) {
    return SweepPlanner.plan(spec(more), Arrays.asList(words), false).orElseThrow();
  }

  private void assertProblems(String more, List<String> words, String said) {
    assertThatThrownBy(() -> SweepPlanner.plan(spec(more), words, false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(said);
  }

  private Path spec(String more) {
    try {
      return Files.writeString(folder.resolve("x.yaml"), SPEC + more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
