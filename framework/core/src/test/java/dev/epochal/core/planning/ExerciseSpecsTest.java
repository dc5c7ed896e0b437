package dev.epochal.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.CommittedFile;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.sweep.Question;
import dev.epochal.core.sweep.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tutorial's eight exercises, as they are shipped. */
final class ExerciseSpecsTest {
  private static final Path FOLDER = CommittedFile.EXPERIMENTS.resolve("exercises");

  /** How many trials each has, in order. */
  private static final List<Integer> TRIALS = List.of(20, 60, 20, 12, 15, 15, 8, 40);

  static List<PlannedExercise> exercises() {
    return PlannedExercise.in(FOLDER);
  }

  @Test
  void areEightInTheTutorialsOrder() {
    assertThat(exercises())
        .extracting(PlannedExercise::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(exercises())
        .extracting(exercise -> values(exercise).size())
        .containsExactlyElementsOf(TRIALS);
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void askAndExplain(PlannedExercise exercise) {
    assertThat(exercise.file()).hasFileName(exercise.name() + ".yaml");
    assertThat(exercise.text()).endsWith(exercise.text().contains("?") ? "" : ".");
    assertThat(exercise.why()).hasSizeGreaterThan(300);
    assertThat(exercise.description()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void varyWhatTheyAskAbout(PlannedExercise exercise) {
    Question question = exercise.sweep().plan().question();
    List<Map<String, String>> trials = values(exercise);
    Set<String> varied =
        trials.stream()
            .flatMap(trial -> trial.keySet().stream())
            .filter(key -> trials.stream().map(trial -> trial.get(key)).distinct().count() > 1)
            .collect(Collectors.toCollection(TreeSet::new));
    switch (String.valueOf(question.factor())) {
      // Within each run, and all streams of randomness: several seeds are what they need.
      case "split" -> assertThat(varied).containsExactly("seed");
      case "seeds" -> assertThat(varied).containsExactly("seed", "variant");
      default -> {
        assertThat(varied).contains(question.factor());
        Set<String> levels =
            trials.stream()
                .map(trial -> trial.get(question.factor()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (question.reference() != null) {
          assertThat(levels).contains(question.reference());
        }
      }
    }
    if (question.bestOf() != null) {
      assertThat(varied).contains(question.bestOf());
    }
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void haveFiveSeedsOfEachLevelAtLeastAndNoTrialTwice(PlannedExercise exercise) {
    List<RunPlan> plans = plans(exercise);

    assertThat(plans.stream().map(RunPlan::sha256).distinct()).hasSameSizeAs(plans);
    Map<Map<String, String>, Long> seeds =
        values(exercise).stream()
            .map(
                trial -> {
                  Map<String, String> level = new TreeMap<>(trial);
                  level.keySet().removeIf(key -> key.startsWith("seed"));
                  return level;
                })
            .collect(Collectors.groupingBy(level -> level, Collectors.counting()));
    assertThat(seeds.values()).allMatch(n -> n >= 5);
  }

  /** A sweep plans its trials from the text that it recorded. */
  @ParameterizedTest
  @MethodSource("exercises")
  void planTheSameTrialsFromWhatASweepRecords(PlannedExercise exercise, @TempDir Path elsewhere)
      throws IOException {
    Path recorded = Files.writeString(elsewhere.resolve("spec.yaml"), exercise.sweep().specText());
    PlannedSweep again = exercise.sweep().in(recorded);

    assertThat(values(exercise))
        .allSatisfy(
            trial ->
                assertThat(again.trial(trial).plan().sha256())
                    .isEqualTo(exercise.sweep().trial(trial).plan().sha256()));
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void shortenTheDataAndTheBatchButNotTheLearning(PlannedExercise exercise) {
    RunPlan baseline = Planner.plan(FOLDER.resolve("../baseline.yaml"), List.of()).plan();

    RunPlan once = Planner.plan(exercise.file(), List.of("~sweep")).plan();

    assertThat(once.training().updater()).isEqualTo(baseline.training().updater());
    assertThat(once.network()).isEqualTo(baseline.network());
    assertThat(once.data().split().used().train()).isLessThanOrEqualTo(1000);
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void haveTheTutorialsSizeBehindAName(PlannedExercise exercise) {
    RunPlan baseline = Planner.plan(FOLDER.resolve("../baseline.yaml"), List.of()).plan();

    RunPlan full = Planner.plan(exercise.file(), List.of("~sweep", "variant=full")).plan();

    assertThat(full.training()).isEqualTo(baseline.training());
    assertThat(full.data()).isEqualTo(baseline.data());
    assertThat(full.network()).isEqualTo(baseline.network());
  }

  /** Their first lines say how; somebody will type it. */
  @ParameterizedTest
  @MethodSource("exercises")
  void sayACommandOfTheTutorialsSize(PlannedExercise exercise) throws IOException {
    String command =
        Files.readAllLines(exercise.file()).stream()
            .filter(line -> line.startsWith("#   ./run experiments/exercises/"))
            .findFirst()
            .orElseThrow();
    List<String> words = Arrays.asList(command.split(" +")).subList(3, command.split(" +").length);

    assertThat(SweepPlanner.plan(exercise.file(), words, false)).isPresent();
  }

  @Test
  void theFifthHasTenTimesAndATenthOfTheWeights() {
    Map<String, Long> weights = parameters(5);

    assertThat((double) weights.get("wide") / weights.get("base")).isCloseTo(10, within(0.01));
    assertThat((double) weights.get("base") / weights.get("narrow")).isCloseTo(10, within(0.05));
    assertThat(weights)
        .containsEntry("wide", 11_995_472L)
        .containsEntry("base", 1_199_882L)
        .containsEntry("narrow", 120_323L);
  }

  @Test
  void theSixthHasALayerMoreAndALayerFewer() {
    assertThat(parameters(6))
        .containsEntry("more", 1_048_394L)
        .containsEntry("base", 1_199_882L)
        .containsEntry("fewer", 693_962L);
    Map<String, Integer> layers =
        plans(exercises().get(5)).stream()
            .collect(
                Collectors.toMap(
                    plan -> String.valueOf(plan.variant()),
                    plan -> plan.network().layers().size(),
                    (one, other) -> one));
    assertThat(layers).containsEntry("fewer", 6).containsEntry("base", 7).containsEntry("more", 8);
  }

  @Test
  void theEighthHoldsThreeStreamsAndLetsOneFollowTheSeed() {
    for (RunPlan plan : plans(exercises().get(7))) {
      Map<String, Long> streams =
          Map.of(
              "split", plan.seeds().split(),
              "init", plan.seeds().init(),
              "shuffle", plan.seeds().shuffle(),
              "dropout", plan.seeds().dropout());
      Set<String> free = new HashSet<>();
      streams.forEach(
          (stream, seed) -> {
            if (seed != 1) {
              free.add(stream);
            }
          });
      assertThat(free)
          .isEqualTo("base".equals(plan.variant()) ? streams.keySet() : Set.of(plan.variant()));
    }
  }

  @Test
  void aFolderWithoutThemHasNone(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("short.yaml"), "name: short\n");

    assertThat(PlannedExercise.in(folder)).isEmpty();
    assertThat(PlannedExercise.in(folder.resolve("nowhere"))).isEmpty();
  }

  @Test
  void oneThatAsksNothingIsRefused(@TempDir Path folder) throws IOException {
    Path spec = SpecFixture.file(folder, "3-quiet.yaml", SpecFixture.GOOD);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> PlannedExercise.in(folder))
        .withMessage(spec + ": sweep.question.text is missing: an exercise asks something");
  }

  @Test
  void aCallThatACommaCutInTwoIsRefused(@TempDir Path folder) throws IOException {
    Path spec =
        SpecFixture.file(
            folder,
            "1-cut.yaml",
            SpecFixture.GOOD
                + "sweep: {repeats: 2, question: {text: Why, also: [epochsTo(train.loss, 1)]}}\n");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> PlannedExercise.in(folder))
        .withMessageContaining("sweep.question.also")
        .withMessageContaining("but was epochsTo(train.loss; quote a call");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> SweepPlanner.plan(spec, List.of(), false))
        .withMessageContaining("sweep.question.also");
  }

  private static Map<String, Long> parameters(int number) {
    return plans(exercises().get(number - 1)).stream()
        .collect(
            Collectors.toMap(
                plan -> String.valueOf(plan.variant()),
                plan -> plan.network().layers().stream().mapToLong(LayerPlan::parameters).sum(),
                (one, other) -> one));
  }

  private static List<RunPlan> plans(PlannedExercise exercise) {
    PlannedSweep sweep = exercise.sweep();
    return values(exercise).stream().map(values -> sweep.trial(values).plan()).toList();
  }

  private static List<Map<String, String>> values(PlannedExercise exercise) {
    return ((Search.Listed) exercise.sweep().plan().search()).values();
  }
}
