package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.GOOD;
import static dev.epochal.core.planning.SpecFixture.file;
import static dev.epochal.core.planning.SpecFixture.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.Params;
import dev.epochal.core.planning.PlannedRun.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Named patches of a spec. */
final class VariantsTest {
  private static final String VARIANTS =
      """
      variants:
        wide: {network.layers.fc.nOut: 1280, training.epochs: 4}
        narrow:
          network: {layers: [{name: fc, nOut: 2}]}
        bare:
          ~network.layers.drop:
          network.layers.late: {after: fc, type: dropout, rate: 0.1}
      """;

  @TempDir Path folder;
  private Path spec;

  @BeforeEach
  void aSpecWithVariants() throws IOException {
    spec = file(folder, "x.yaml", GOOD + VARIANTS);
  }

  @Test
  void isLaidOverTheFileAndSaysSo() {
    PlannedRun wide = Planner.plan(spec, List.of("variant=wide"));

    assertThat(wide.settings())
        .containsEntry(
            "network.layers.fc.nOut", new Setting("1280", "variant wide (" + spec + ":24:34)"))
        .containsEntry("training.epochs", new Setting("4", "variant wide (" + spec + ":24:57)"))
        .containsEntry("training.batchSize", new Setting("10", spec + ":17:14"))
        .containsEntry("variant", new Setting("wide", "command line"));
    assertThat(Params.of(wide.plan())).containsEntry("variant", "wide");
  }

  @Test
  void mayNestAndEditLayers() {
    assertThat(units(Planner.plan(spec, List.of("variant=narrow")))).isEqualTo(2);
    assertThat(Planner.plan(spec, List.of("variant=bare")).plan().network().layers())
        .extracting(LayerPlan::name)
        .containsExactly("conv", "pool", "fc", "late", "out");
  }

  @Test
  void theCommandLineComesLast() {
    List<String> words = List.of("variant=wide", "training.epochs=9");

    assertThat(Planner.plan(spec, words).settings())
        .containsEntry("training.epochs", new Setting("9", "command line"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"variant=base", "variant=null", "training.epochs=3"})
  void baseIsTheSpecWithoutAny(String word) {
    PlannedRun base = Planner.plan(spec, List.of(word));

    assertThat(units(base)).isEqualTo(8);
    assertThat(base.plan().variant()).isEqualTo("base");
  }

  @Test
  void aSpecWithoutVariantsHasNone() throws IOException {
    assertThat(SpecFixture.planned(folder, GOOD).plan().variant()).isNull();
  }

  @Test
  void isChosenByAFileThatExtendsToo() throws IOException {
    Path child = file(folder, "child.yaml", "extends: x.yaml\nvariant: wide\nname: child\n");

    PlannedRun planned = Planner.plan(child, List.of());

    assertThat(units(planned)).isEqualTo(1280);
    assertThat(planned.settings().get("variant").origin()).isEqualTo(child + ":2:10");
    assertThat(units(Planner.plan(child, List.of("variant=narrow")))).isEqualTo(2);
    assertThat(units(Planner.plan(child, List.of("~variant")))).isEqualTo(8);
  }

  @Test
  void ofTheSameNameTakesThePlaceOfAnInheritedOne() throws IOException {
    Path child =
        file(
            folder,
            "child.yaml",
            "extends: x.yaml\nvariants: {wide: {training.epochs: 5}, ~bare: , narrow: null}\n");

    PlannedRun wide = Planner.plan(child, List.of("variant=wide"));

    assertThat(units(wide)).isEqualTo(8);
    assertThat(wide.plan().training().epochs()).isEqualTo(5);
    assertThat(problemsOf(child, "variant=bare"))
        .containsExactly(
            "command line: variant must be one of base, wide but was bare; did"
                + " you mean \"base\"?");
  }

  @Test
  void theKeptTextAsksForTheSameRunAlone() throws IOException {
    for (String variant : List.of("wide", "narrow", "bare", "base")) {
      PlannedRun first = Planner.plan(spec, List.of("variant=" + variant, "training.epochs=9"));

      PlannedRun again = SpecFixture.planned(folder, first.specText());

      assertThat(again.plan()).isEqualTo(first.plan());
      assertThat(again.plan().variant()).isEqualTo(variant);
      spec = file(folder, "x.yaml", GOOD + VARIANTS);
    }
  }

  @Test
  void theNameOfAVariantDoesNotChangeTheComputation() {
    assertThat(Planner.plan(spec, List.of("variant=wide")).plan().sha256())
        .isEqualTo(
            Planner.plan(spec, List.of("training.epochs=4", "network.layers.fc.nOut=1280"))
                .plan()
                .sha256());
  }

  @Test
  void anUnknownOneGetsASuggestion() {
    assertThat(problemsOf(spec, "variant=wdie"))
        .containsExactly(
            "command line: variant must be one of base, wide, narrow, bare but was wdie; did you"
                + " mean \"wide\"?");
  }

  @Test
  void aSlipInOneThatIsNotChosenIsSaid() throws IOException {
    String slips =
        VARIANTS
            .replace("training.epochs: 4", "training.epcohs: 4")
            .replace("nOut: 2}", "nOut: -2}")
            .replace("~network.layers.drop:", "network.layers.conv.kernel: [30, 30]");

    assertThat(SpecFixture.problems(folder, GOOD.replace("epochs: 3", "epochs: 0") + slips))
        .containsExactly(
            "18:11: training.epochs must be at least 1 but was 0",
            "24:40: variant wide: training.epcohs is not a key; did you mean \"epochs\"?",
            "26:41: variant narrow: network.layers.fc.nOut must be at least 1 but was -2",
            "28:33: variant bare: network.layers.conv.kernel must fit its input of 28×28 (shape"
                + " [1, 28, 28]) but was 30×30");
  }

  @Test
  void whatAVariantBreaksElsewhereNamesTheVariant() throws IOException {
    assertThat(SpecFixture.problems(folder, GOOD + "variants: {tiny: {data.subset.train: 5}}\n"))
        .containsExactly(
            "17:14: variant tiny: training.batchSize must be at most 5, the images used for"
                + " training, but was 10");
  }

  @Test
  void anInheritedOneThatDoesNotFitIsRefusedOnlyWhenChosen() throws IOException {
    Path child = file(folder, "child.yaml", "extends: x.yaml\n~network.layers.fc:\n");

    assertThat(Planner.plan(child, List.of()).plan().variant()).isEqualTo("base");
    assertThat(problemsOf(child, "variant=wide"))
        .containsExactly(
            "x.yaml:24:10: variant wide: network.layers.fc is not there; known here: conv, pool,"
                + " drop, out");
  }

  @Test
  void whatSaysWhichVariantsThereAreCannotBePatched() throws IOException {
    assertThat(
            SpecFixture.problems(
                folder,
                GOOD
                    + "variants:\n  a: {extends: y.yaml}\n  b: {variants: {c: {}}}\n"
                    + "  c: {variant: a}\n  base: {seed: 1}\n  d: 3\n  e.f: {}\n"))
        .containsExactly(
            "24:7: variant a: extends cannot stand in a variant; leave it out",
            "25:7: variant b: variants cannot stand in a variant; leave it out",
            "26:7: variant c: variant cannot stand in a variant; leave it out",
            "27:3: variants.base is what the spec without a variant is called; give it another"
                + " name",
            "28:6: variants.d must be a mapping but was 3",
            "29:3: variants.e.f is a key, which must be letters, digits, '_' and '-' (a letter"
                + " first, 100 at most)");
  }

  @Test
  void thirtyAreEnough() throws IOException {
    String many =
        IntStream.rangeClosed(0, 30)
            .mapToObj(i -> "  v" + i + ": {seed: " + i + "}\n")
            .collect(Collectors.joining());

    assertThat(SpecFixture.problems(folder, GOOD + "variants:\n" + many))
        .containsExactly("24:3: variants must have at most 30 keys but has 31");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[wide]", "3", "wide"})
  void theyMustBeAMapping(String value) throws IOException {
    assertThat(SpecFixture.problems(folder, GOOD + "variants: " + value + "\n"))
        .singleElement()
        .asString()
        .startsWith("23:11: variants must be a mapping but was ");
  }

  private static int units(PlannedRun planned) {
    return planned.plan().network().layers().stream()
        .filter(LayerPlan.Dense.class::isInstance)
        .mapToInt(layer -> ((LayerPlan.Dense) layer).nOut())
        .findFirst()
        .orElseThrow();
  }
}
