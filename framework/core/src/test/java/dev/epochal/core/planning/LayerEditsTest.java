package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.GOOD;
import static dev.epochal.core.planning.SpecFixture.file;
import static dev.epochal.core.planning.SpecFixture.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.plan.LayerPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers changed, removed and added, on the command line and in files. */
final class LayerEditsTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "~network.layers.drop | conv pool fc out",
        "network.layers.drop=null | conv pool fc out",
        "network.layers.d={after: conv, type: dropout, rate: 0.1} | conv d pool drop fc out",
        "network.layers.d={before: conv, type: dropout, rate: 0.1} | d conv pool drop fc out",
        "network.layers.d={first: true, type: dropout, rate: 0.1} | d conv pool drop fc out",
        "~network.layers.drop network.layers.drop={first: true, type: dropout, rate: 0.1} | drop conv pool fc out",
        "network.layers.d={after: fc, type: dropout, rate: 0.1} network.layers.e={after: d, type: dropout, rate: 0.1} | conv pool drop fc d e out",
        "network.layers.d.after=fc network.layers.d.type=dropout network.layers.d.rate=0.1 | conv pool drop fc d out",
      })
  void onTheCommandLine(String words, String layers) throws IOException {
    List<String> overrides = List.of(words.split(" (?=~?network)"));

    assertThat(names(file(folder, "x.yaml", GOOD), overrides)).isEqualTo(layers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "network.layers.d: {after: fc, type: dropout, rate: 0.1}\n~network.layers.drop:\n",
        "network: {layers: {d: {after: fc, type: dropout, rate: 0.1}, ~drop: }}\n",
        "network:\n  layers:\n    d: {after: fc, type: dropout, rate: 0.1}\n    drop: null\n",
      })
  void inAFileThatExtendsAnother(String edits) throws IOException {
    file(folder, "base.yaml", GOOD);

    assertThat(names(file(folder, "x.yaml", "extends: base.yaml\n" + edits), List.of()))
        .isEqualTo("conv pool fc d out");
  }

  @Test
  void asAListOfLayersToo() throws IOException {
    file(folder, "base.yaml", GOOD);
    String layer = "{name: d, after: fc, type: dropout, rate: 0.1}";
    Path file = file(folder, "x.yaml", "extends: base.yaml\nnetwork: {layers: [" + layer + "]}\n");

    assertThat(names(file, List.of())).isEqualTo("conv pool drop fc d out");
  }

  @Test
  void aListOfLayersIsReplacedByRemovingItFirst() throws IOException {
    file(folder, "base.yaml", GOOD);
    Path file =
        file(
            folder,
            "x.yaml",
            "extends: base.yaml\n~network.layers:\nnetwork.layers: [{name: o, type: output}]\n");

    assertThat(names(file, List.of())).isEqualTo("o");
  }

  @Test
  void dottedKeysAreNested() throws IOException {
    Path file =
        file(
            folder,
            "x.yaml",
            GOOD.replace("  epochs: 3\n", "") + "training.epochs: 7\ndata.split.stratify: true\n");

    assertThat(Planner.plan(file, List.of()).settings().get("training.epochs"))
        .isEqualTo(new PlannedRun.Setting("7", file + ":22:18"));
  }

  @Test
  void aKeyCannotBeSetNestedAndDotted() throws IOException {
    assertThat(SpecFixture.problems(folder, GOOD + "training.epochs: 7\nseed.x: 3\n"))
        .containsExactly(
            "23:1: training.epochs is set twice; it was first written at x.yaml:18:3",
            "24:1: seed.x is set twice; it was first written at x.yaml:2:1");
  }

  @Test
  void anEditWhereNothingIsInheritedIsRefused() throws IOException {
    assertThat(
            SpecFixture.problems(
                folder,
                GOOD.replace("{name: fc,", "{name: fc, after: pool,") + "~training.shuffle:\n"))
        .containsExactly(
            "14:18: network.layers.fc.after is not a key; it says where a layer is added to those"
                + " of extends; here the order written counts",
            "23:1: training.shuffle is not there to be removed; leave it out");
  }

  @Test
  void aProblemWithAnEditIsSaidWhereItStands() throws IOException {
    file(folder, "base.yaml", GOOD);
    Path file =
        file(
            folder,
            "x.yaml",
            """
            extends: base.yaml
            ~network.layers.drpo:
            network.layers.fc: {after: pool}
            network.layers.d:
              after: nowhere
              type: dropout
              rate: 0.1
            ~training.epochs: 3
            """);

    assertThat(problemsOf(file))
        .containsExactly(
            "2:1: network.layers.drpo is not there to be removed; did you mean \"drop\"?",
            "3:21: network.layers.fc is there already, so it cannot be added; give it another"
                + " name, or remove the other with ~fc",
            "5:10: network.layers.d.after must be the name of one that is there but was nowhere;"
                + " known here: conv, pool, drop, fc, out",
            "8:19: training.epochs is removed by the ~, which takes no value; leave it out");
  }

  private static String names(Path file, List<String> overrides) {
    return String.join(
        " ",
        Planner.plan(file, overrides).plan().network().layers().stream()
            .map(LayerPlan::name)
            .toList());
  }
}
