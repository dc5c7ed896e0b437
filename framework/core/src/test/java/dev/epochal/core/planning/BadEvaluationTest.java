package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.bad;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.EvaluationPlan;
import dev.epochal.core.plan.ImagePlace;
import dev.epochal.core.planning.SpecFixture.Bad;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the figures are to show must be there. */
class BadEvaluationTest {
  private static final String FIGURES = "figures: all";

  @TempDir Path folder;

  static Stream<Bad> wrong() {
    return Stream.of(
        bad(
            "examples beyond the split",
            FIGURES,
            "examples: {start: 100}",
            "21:21: evaluate.examples.start must be a position from 0 to 99, the last image of the train split, but was 100"),
        bad(
            "no bins",
            FIGURES,
            "examples: {bins: 1, rows: 0}",
            "21:20: evaluate.examples.bins must be at least 2 but was 1",
            "21:29: evaluate.examples.rows must be at least 1 but was 0"),
        bad(
            "a class that the dataset has not",
            FIGURES,
            "outcomes: {class: ten}",
            "21:21: evaluate.outcomes.class must be a class's name or its number, 0 to 9, but was ten; the classes are 0, 1, 2, 3, 4, 5, 6, 7, 8, 9"),
        bad(
            "a layer that is no convolution",
            FIGURES,
            "featureMaps: {layer: fc}",
            "21:24: evaluate.featureMaps.layer must be a convolution of the network but was fc; it has conv"),
        bad(
            "an image without its split",
            FIGURES,
            "featureMaps: {image: 3}",
            "21:24: evaluate.featureMaps.image must be a split and a position in it from 0, as in validation:1 but was 3"),
        bad(
            "an image beyond its split",
            FIGURES,
            "featureMaps: {image: \"test:50\"}",
            "21:24: evaluate.featureMaps.image must be a position from 0 to 49, the last image of the test split, but was 50"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void isRefused(Bad wrong) throws Exception {
    wrong.assertRefusedIn(folder);
  }

  @Test
  void everythingCanBeChosen() throws Exception {
    EvaluationPlan plan =
        plan(
            """
            examples: {split: test, start: 3, rows: 1, columns: 4, bins: 16}
              outcomes: {class: 7, split: validation, n: 5}
              featureMaps: {layer: conv, image: "train:99"}\
            """);

    assertThat(plan.examples()).isEqualTo(new EvaluationPlan.Examples(Split.TEST, 3, 1, 4, 16));
    assertThat(plan.outcomes()).isEqualTo(new EvaluationPlan.Outcomes("7", Split.VALIDATION, 5));
    assertThat(plan.featureMaps())
        .isEqualTo(new EvaluationPlan.FeatureMaps("conv", new ImagePlace(Split.TRAIN, 99)));
  }

  @Test
  void aSplitOfOneImageHasADefaultImageToo() throws Exception {
    String spec = SpecFixture.GOOD.replace("validation: 50", "validation: 1");

    assertThat(planned(spec).featureMaps())
        .isEqualTo(new EvaluationPlan.FeatureMaps("conv", new ImagePlace(Split.VALIDATION, 0)));
  }

  @Test
  void aNetworkWithoutConvolutionsHasNoFeatureMaps() throws Exception {
    String spec =
        SpecFixture.GOOD
            .replace("    - {name: conv, type: convolution2d, nOut: 4, kernel: [3, 3]}\n", "")
            .replace("    - {name: pool, type: maxpool2d}\n", "");

    assertThat(planned(spec).featureMaps()).isNull();
  }

  private EvaluationPlan plan(String evaluate) throws Exception {
    return planned(SpecFixture.GOOD.replace(FIGURES, evaluate));
  }

  private EvaluationPlan planned(String spec) throws Exception {
    return Planner.plan(SpecFixture.file(folder, "x.yaml", spec), List.of()).plan().evaluate();
  }
}
