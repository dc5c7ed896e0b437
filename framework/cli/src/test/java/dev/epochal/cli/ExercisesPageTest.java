package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.runner.exercise.Exercise;
import dev.epochal.runner.exercise.ExerciseBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committed page of the exercises. */
final class ExercisesPageTest {
  private static final Path FOLDER = Path.of("..", "..", "experiments", "exercises");

  @Test
  void isWhatTheSpecsAndTheRecordedValuesSay() throws IOException {
    Path page = FOLDER.resolve("README.md");

    String made = ExercisesPage.of(ExerciseBook.recorded(FOLDER));

    if (System.getProperty("write") != null) {
      Files.writeString(page, made);
    }
    assertThat(page)
        .as(
            "made by ./run exercises --save, or mvn -Dquick -pl framework/cli -am test"
                + " -Dtest=ExercisesPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dwrite")
        .hasContent(made);
  }

  @Test
  void hasASectionForEachWithItsQuestionAndTheReasoning() {
    List<Exercise> exercises = ExerciseBook.recorded(FOLDER);

    String made = ExercisesPage.of(exercises);

    assertThat(exercises).hasSize(8);
    assertThat(made.lines().filter(line -> line.startsWith("## ")))
        .startsWith("## 1. Batch size", "## 2. Normalisation")
        .hasSize(8);
    assertThat(made.lines().filter(line -> line.startsWith("**What to expect"))).hasSize(8);
    assertThat(made).contains("- [1. Batch size](#1-batch-size)");
  }
}
