package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.GOOD;
import static dev.epochal.core.planning.SpecFixture.file;
import static dev.epochal.core.planning.SpecFixture.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.UpdaterPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spec that starts from another. */
final class ExtendsTest {
  @TempDir Path folder;

  @BeforeEach
  void aBase() throws IOException {
    file(folder, "base.yaml", GOOD);
  }

  @Test
  void whatIsNotWrittenIsInherited() throws IOException {
    RunPlan plan = child("name: child\ntraining: {epochs: 7}\n");

    assertThat(plan.experiment()).isEqualTo("child");
    assertThat(plan.training().epochs()).isEqualTo(7);
    assertThat(plan.training().batchSize()).isEqualTo(10);
  }

  @Test
  void aLayerOfTheSameNameIsPatchedInItsPlace() throws IOException {
    RunPlan plan = child("network: {layers: [{name: fc, nOut: 9}]}\n");

    assertThat(plan.network().layers())
        .extracting(LayerPlan::name)
        .containsExactly("conv", "pool", "drop", "fc", "out");
    assertThat(((LayerPlan.Dense) plan.network().layers().get(3)).nOut()).isEqualTo(9);
  }

  @Test
  void aLayerOfAnotherTypeInheritsNothing() throws IOException {
    RunPlan plan = child("network: {layers: [{name: fc, type: dropout, rate: 0.1}]}\n");

    assertThat(plan.network().layers().get(3)).isInstanceOf(LayerPlan.Dropout.class);
  }

  @Test
  void anUpdaterOfAnotherTypeInheritsNothing() throws IOException {
    RunPlan plan = child("training: {updater: {type: adam}}\n");

    assertThat(plan.training().updater()).isEqualTo(new UpdaterPlan.Adam(0.001, 0.9, 0.999, 1e-8));
  }

  @Test
  void aLayerOfANewNameComesLast() throws IOException {
    file(
        folder,
        "child.yaml",
        "extends: base.yaml\nnetwork: {layers: [{name: late, type: dropout, rate: 0.1}]}\n");

    assertThat(problemsOf(folder.resolve("child.yaml")))
        .containsExactly(
            "base.yaml:15:7: network.layers.out must be the last layer: it is of type output");
  }

  @Test
  void otherListsAreReplaced() throws IOException {
    RunPlan plan = child("network: {layers: [{name: conv, kernel: [5, 1]}]}\n");

    assertThat(((LayerPlan.Convolution2d) plan.network().layers().get(0)).kernel())
        .isEqualTo(new LayerPlan.Size2d(5, 1));
  }

  @Test
  void nullTakesAnInheritedValueBack() throws IOException {
    assertThat(child("training: {batchSize: null}\n").training().batchSize()).isEqualTo(64);
    assertThat(child("tags: ~\n").tags()).isEmpty();
  }

  @Test
  void tagsMerge() throws IOException {
    assertThat(child("tags: {mood: good}\n").tags()).containsOnlyKeys("course", "mood");
  }

  @Test
  void aChainIsFollowedFromEachFilesOwnFolder() throws IOException {
    Files.createDirectories(folder.resolve("a/b"));
    file(folder.resolve("a"), "middle.yaml", "extends: ../base.yaml\nseed: 2\n");
    Path last = file(folder.resolve("a/b"), "last.yaml", "extends: ../middle.yaml\nname: last\n");

    RunPlan plan = Planner.plan(last, List.of()).plan();

    assertThat(plan.seeds().seed()).isEqualTo(2);
    assertThat(plan.training().batchSize()).isEqualTo(10);
  }

  @Test
  void aProblemIsSaidWhereItWasWritten() throws IOException {
    file(folder, "base.yaml", GOOD.replace("epochs: 3", "epochs: 0"));
    Path child = file(folder, "child.yaml", "extends: base.yaml\ntraining: {batchSize: 0}\n");

    assertThat(problemsOf(child))
        .containsExactly(
            folder.relativize(folder.resolve("base.yaml"))
                + ":18:11: training.epochs must be at least 1 but was 0",
            "2:23: training.batchSize must be at least 1 but was 0");
  }

  @Test
  void twoNewLayersOfOneNameAreAProblemStill() throws IOException {
    Path child =
        file(
            folder,
            "child.yaml",
            "extends: base.yaml\nnetwork:\n  layers:\n    - {name: fc, nOut: 1}\n    - {name: fc, nOut: 2}\n");

    assertThat(problemsOf(child))
        .anySatisfy(line -> assertThat(line).contains("another item has already"));
  }

  @Test
  void aCircleIsRefusedWithItsFiles() throws IOException {
    file(folder, "a.yaml", "extends: b.yaml\n");
    file(folder, "b.yaml", "extends: ./a.yaml\n");

    assertThat(problemsOf(folder.resolve("a.yaml")))
        .containsExactly("b.yaml:1:10: extends goes in a circle: a.yaml -> b.yaml -> a.yaml");
  }

  @Test
  void aFileCannotExtendItself() throws IOException {
    file(folder, "a.yaml", "name: a\nextends: a.yaml\n");

    assertThat(problemsOf(folder.resolve("a.yaml")))
        .containsExactly("2:10: extends goes in a circle: a.yaml -> a.yaml");
  }

  @Test
  void aChainOfElevenIsRefused() throws IOException {
    for (int i = 0; i < 11; i++) {
      file(folder, "s" + i + ".yaml", "extends: s" + (i + 1) + ".yaml\n");
    }

    assertThat(problemsOf(folder.resolve("s0.yaml")))
        .singleElement()
        .asString()
        .startsWith("s9.yaml:1:10: extends is a chain of more than 10 files: s0.yaml -> s1.yaml");
  }

  @Test
  void aMissingBaseIsNamedWhereItIsAskedFor() throws IOException {
    assertThat(problemsOf(file(folder, "child.yaml", "name: a\nextends: bsae.yaml\n")))
        .containsExactly("2:10: extends asks for bsae.yaml, which does not exist");
  }

  @Test
  void aDirectoryCannotBeExtended() throws IOException {
    assertThat(problemsOf(file(folder, "child.yaml", "extends: .\n")))
        .singleElement()
        .asString()
        .contains("1:10: extends asks for ")
        .endsWith("which is a directory, not a YAML file");
  }

  @Test
  void theBaseMustBeText() throws IOException {
    assertThat(problemsOf(file(folder, "child.yaml", GOOD + "extends: [base.yaml]\n")))
        .containsExactly("23:10: extends must be a text but was a list");
  }

  private RunPlan child(String text) throws IOException {
    return Planner.plan(file(folder, "child.yaml", "extends: base.yaml\n" + text), List.of())
        .plan();
  }
}
