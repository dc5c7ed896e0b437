package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.plan.Normalization;
import dev.epochal.core.plan.Params;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.UpdaterPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code key=value} words of the command line. */
final class OverridesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "training.epochs=5 | training.epochs | 5",
        "network.layers.fc.nOut=64 | network.layers.fc.nOut | 64",
        "network.layers.conv.kernel=[5, 3] | network.layers.conv.kernel | [5, 3]",
        "network.weightInit=xavierUniform | network.weightInit | xavierUniform",
        "data.normalize={min: 0, max: 255} | data.normalize.max | 255",
        "evaluate.figures=[loss-history] | evaluate.figures | [loss-history]",
        "evaluate.figures=none | evaluate.figures | []",
        "seed=-9223372036854775808 | seed | -9223372036854775808",
        "seeds.init=7 | seeds.init | 7",
        "training.updater.learningRate=1e-3 | training.updater.learningRate | 0.001",
      })
  void aWordSetsItsKey(String word, String key, String value) throws IOException {
    PlannedRun planned = SpecFixture.planned(folder, GOOD, word);

    assertThat(planned.settings().get(key))
        .isEqualTo(new PlannedRun.Setting(value, "command line"));
    assertThat(Params.of(planned.plan())).containsEntry(key, value);
  }

  @Test
  void tagsAreAdded() throws IOException {
    assertThat(plan("tags.mood=good", "tags.n=010").tags())
        .isEqualTo(Map.of("course", "intro", "mood", "good", "n", "010"));
  }

  @Test
  void aCommaInQuotesMakesNoSweep() throws IOException {
    assertThat(plan("description='this, that'").description()).isEqualTo("this, that");
  }

  @Test
  void anEqualsSignCanStandInTheValue() throws IOException {
    assertThat(plan("description=a=b").description()).isEqualTo("a=b");
  }

  @Test
  void anotherUpdaterInheritsNothingWhateverTheOrder() throws IOException {
    UpdaterPlan adam = new UpdaterPlan.Adam(0.5, 0.9, 0.999, 1e-8);

    assertThat(
            plan("training.updater.type=adam", "training.updater.learningRate=0.5")
                .training()
                .updater())
        .isEqualTo(adam);
    assertThat(
            plan("training.updater.learningRate=0.5", "training.updater.type=adam")
                .training()
                .updater())
        .isEqualTo(adam);
  }

  @Test
  void aWordReplacesAMapping() throws IOException {
    assertThat(plan("data.normalize=none").data().normalize()).isEqualTo(new Normalization.None());
  }

  @Test
  void problemsOfFileAndCommandLineAreSaidTogether() throws IOException {
    String wrong = GOOD.replace("epochs: 3", "epochs: 0").replace("train: 0.8", "train: 0.9");

    assertThat(
            SpecFixture.problems(
                folder, wrong, "network.layers.conv.kernel=[40, 40]", "seed=x", "sed=1"))
        .containsExactly(
            "5:10: data.split must add up to at most 1 but adds up to 1.1",
            "18:11: training.epochs must be at least 1 but was 0",
            "command line: sed is not a key; did you mean \"seed\"?",
            "command line: seed must be a whole number but was x",
            "command line: network.layers.conv.kernel must fit its input of 28×28 (shape [1, 28,"
                + " 28]) but was 40×40");
  }

  private RunPlan plan(String... words) throws IOException {
    return Planner.plan(SpecFixture.file(folder, "x.yaml", GOOD), List.of(words)).plan();
  }
}
