package dev.epochal.runner.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How specs differ. */
class SpecDiffTest {
  @TempDir Path home;

  private RecordedRuns runs;

  @BeforeEach
  void twoRuns() throws Exception {
    runs = new RecordedRuns(home);
    runs.run("a").record();
    runs.run("b", "training.batchSize=10", "~network.layers.drop").record();
  }

  @Test
  void runsDifferAsWrittenAndAsResolved() {
    SpecDiff diff = SpecDiff.of(runs.registry(), "a", "b");

    assertThat(diff.isEmpty()).isFalse();
    assertThat(diff.lines().get(0)).startsWith("--- a (");
    assertThat(diff.lines().get(1)).startsWith("+++ b (");
    assertThat(diff.lines()).anySatisfy(line -> assertThat(line).startsWith("@@ -"));
    assertThat(diff.lines())
        .as("files that a merged spec quotes do not count")
        .noneMatch(line -> line.startsWith("+#"));
    assertThat(diff.params())
        .containsExactly(
            new SpecDiff.Param("network.layers.drop.rate", "0.5", null),
            new SpecDiff.Param("network.layers.drop.type", "dropout", null),
            new SpecDiff.Param("training.batchSize", "20", "10"));
  }

  @Test
  void aFileIsPlannedFirst() throws Exception {
    String file = home.resolve("tiny.yaml").toString();
    assertThat(SpecDiff.of(runs.registry(), "a", file).isEmpty()).isTrue();
    Path commented = Files.writeString(home.resolve("c.yml"), "# why\n" + RecordedRuns.SPEC);

    SpecDiff diff = SpecDiff.of(runs.registry(), file, commented.toString());

    assertThat(diff.lines()).contains("+# why");
    assertThat(diff.params()).isEmpty();
  }

  @Test
  void whatIsNoSpecIsRefused() throws Exception {
    Path bad = Files.writeString(home.resolve("bad.yaml"), "name: x\nepochs: 3\n");
    assertThatThrownBy(() -> SpecDiff.of(runs.registry(), "a", bad.toString()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("bad.yaml:2");
    assertThatThrownBy(() -> SpecDiff.of(runs.registry(), "a", "nobody"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("nobody");
    String id = runs.run("gone").record();
    Files.delete(home.resolve("runs").resolve(id).resolve("spec.yaml"));
    assertThatThrownBy(() -> SpecDiff.of(runs.registry(), "a", "gone"))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("has no spec.yaml any more");
  }
}
