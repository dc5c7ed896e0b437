package dev.epochal.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.json.Json;
import dev.epochal.core.plan.Params;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.TrainingUiPlan;
import dev.epochal.core.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The key {@code training.ui}: when it is on, how often, and that it is no part of the sums. */
class TrainingUiTest {
  private static final String SPEC =
      """
      name: short
      data: {dataset: digits, subset: {train: 640, validation: 64, test: 64}}
      network:
        layers:
          - {name: out, type: output}
      training: {batchSize: 64, epochs: 50}
      """;

  @TempDir private Path folder;

  @Test
  void aRunMakesAHundredReports() throws IOException {
    // 500 updates.
    assertThat(plan().training().ui()).isEqualTo(new TrainingUiPlan(5));
    assertThat(plan("training.epochs=5").training().ui()).isEqualTo(new TrainingUiPlan(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"training.ui=off", "training.ui.every=0", "training.ui={every: 0}"})
  void itCanBeSwitchedOff(String off) throws IOException {
    assertThat(plan(off).training().ui()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"training.ui.every=3, 3", "training.ui={every: 1000000}, 1000000"})
  void aPersonMaySayHowOften(String word, int every) throws IOException {
    assertThat(plan(word).training().ui()).isEqualTo(new TrainingUiPlan(every));
  }

  @ParameterizedTest
  @CsvSource({"training.ui.every=-1, at least 0", "training.ui=on, must be off"})
  void whatMakesNoSenseIsRefused(String word, String why) {
    assertThatThrownBy(() -> plan(word))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("training.ui")
        .hasMessageContaining(why);
  }

  @Test
  void aTrialMakesNoneUnlessTheSpecAsksForThem() throws IOException {
    assertThat(trial().training().ui()).isNull();
    assertThat(trial("training.ui.every=7").training().ui()).isEqualTo(new TrainingUiPlan(7));
  }

  @Test
  void thePlanIsTheSameWithItAndWithout() throws IOException {
    RunPlan off = plan("training.ui=off");
    assertThat(plan().sha256()).isEqualTo(off.sha256());
    assertThat(plan("training.ui.every=3").sha256()).isEqualTo(off.sha256());
    assertThat(Params.of(plan())).isEqualTo(Params.of(off));
  }

  @Test
  void aPlanOfAnOlderVersionHasNone() throws IOException {
    String off = Json.pretty(plan("training.ui=off"));
    assertThat(off).doesNotContain("\"ui\"");
    assertThat(Json.parse(off, RunPlan.class).training().ui()).isNull();
    assertThat(Json.parse(Json.pretty(plan()), RunPlan.class)).isEqualTo(plan());
  }

  private RunPlan plan(String... words) throws IOException {
    return Planner.plan(spec(), List.of(words)).plan();
  }

  private RunPlan trial(String... words) throws IOException {
    return Planner.trial(spec(), List.of(words), Map.of()).plan();
  }

  private Path spec() throws IOException {
    return Files.writeString(folder.resolve("short.yaml"), SPEC);
  }
}
