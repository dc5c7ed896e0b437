package dev.epochal.core.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.CommittedFile;
import dev.epochal.core.planning.PlannedExercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The results that are kept with the project: of what its specs ask for today, and no other. */
final class CommittedResultsTest {
  private static final Path FOLDER = CommittedFile.EXPERIMENTS.resolve("exercises");

  static List<PlannedExercise> exercises() {
    return PlannedExercise.in(FOLDER);
  }

  /** A spec that changed needs its exercise run again: ./run exercises --save says so too. */
  @ParameterizedTest
  @MethodSource("exercises")
  void areOfThePlansOfToday(PlannedExercise exercise) {
    ResultsFile.of(FOLDER, exercise.name())
        .read()
        .ifPresent(
            results -> {
              assertThat(results.exercise()).isEqualTo(exercise.name());
              assertThat(results.dataset()).isEqualTo("mnist");
              assertThat(results.plans()).isEqualTo(exercise.plans());
            });
  }

  @Test
  void belongToAnExerciseEach() throws IOException {
    Path results = FOLDER.resolve("results");
    if (!Files.isDirectory(results)) {
      return;
    }
    List<String> names = exercises().stream().map(exercise -> exercise.name() + ".json").toList();
    try (Stream<Path> files = Files.list(results)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".json"))
          .isSubsetOf(names);
    }
  }
}
