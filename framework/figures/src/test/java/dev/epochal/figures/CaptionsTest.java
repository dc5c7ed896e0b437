package dev.epochal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.Split;
import dev.epochal.core.figure.ClassCounts;
import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.figure.FeatureMaps;
import dev.epochal.core.figure.FigureData;
import dev.epochal.core.figure.LabelledImage;
import dev.epochal.core.figure.PerClass;
import dev.epochal.core.figure.Plane;
import dev.epochal.core.figure.Raster;
import dev.epochal.core.figure.TrueClasses;
import dev.epochal.core.plan.Loss;
import dev.epochal.figures.caption.Caption;
import dev.epochal.figures.caption.Captions;
import dev.epochal.figures.caption.Guess;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The captions of the same data that are drawn by {@link SampleFiguresTest}. */
class CaptionsTest {
  private static final Captions CAPTIONS = new Captions(Guess.of(Loss.MCXENT, 10), true);
  private static final Map<String, FigureData> USUAL =
      new RunSamples(Samples.SUBJECT, Samples.digits(), 400, 4, -1, new ImageShape(1, 28, 28))
          .figures();

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.epochal.figures.SampleFiguresTest#samples")
  void everyFigureHasACaptionWithoutHoles(String name, FigureData data) {
    Caption caption = data.match(CAPTIONS);

    assertThat(caption.title()).isNotBlank();
    assertThat(caption.paragraphs())
        .isNotEmpty()
        .allSatisfy(
            paragraph ->
                assertThat(paragraph)
                    .isNotBlank()
                    .doesNotContain("NaN %", "null", "%s", "%d", "  ")
                    .endsWith("."));
  }

  @Test
  void namesAreShortAndKeptApart() {
    String caption =
        String.join(
            "",
            Samples.matrices(Samples.SUBJECT, Samples.hostileNames(), 5)
                .match(CAPTIONS)
                .paragraphs());

    assertThat(caption)
        .doesNotContain("x".repeat(60))
        .doesNotContain("\n")
        .doesNotContain("\u202E");
  }

  @Test
  void theConfusionsAreNamedInTheirDirection() {
    ConfusionMatrices figure =
        new ConfusionMatrices(
            Samples.SUBJECT,
            List.of("cat", "dog"),
            List.of(
                new ConfusionMatrices.Panel(Split.TEST, List.of(List.of(6, 4), List.of(1, 9)))));

    assertThat(figure.match(CAPTIONS).paragraphs().get(0))
        .contains("test 75.00 % (95 % interval 53.13 to 88.81 %, n = 20)")
        .contains("cat taken for dog (4 of 10, 40.00 %), dog taken for cat (1 of 10, 10.00 %)");
    assertThat(figure.match(CAPTIONS).paragraphs().get(1))
        .isEqualTo(
            "Lowest recall in test: class cat, of which 6 of 10 images were found (60.00 %).");
  }

  @Test
  void rocSaysWhetherTheSplitsAgree() {
    assertThat(text("roc"))
        .contains("Macro average of the AUC: train ")
        .contains("Do the splits agree?");
  }

  @Test
  void featureMapsThatAreNoNumbersMeanNothing() {
    assertThat(maps("relu", 0.5, 1, Float.NaN))
        .contains("so neither the maps nor the predicted class mean anything")
        .doesNotContain("which the model takes for", "above zero", "non-zero");
    assertThat(maps("relu", Double.NaN, 1, 1)).contains("NaN or infinite");
  }

  @Test
  void whatIsSaidOfMapsIsTrueOfOtherActivationsToo() {
    assertThat(maps("tanh", 0.5, -1, -1))
        .contains("Every one of the shown maps is non-zero somewhere after the activation.")
        .doesNotContain("above zero");
    assertThat(maps("relu", 0.5, 1, 1)).contains("each filter answers to something");
    assertThat(maps("relu", 0.5, 0, 1)).contains("1 of the 2 shown maps");
  }

  private static String maps(String activation, double probability, float... values) {
    List<Plane> planes =
        IntStream.range(0, values.length).mapToObj(i -> Plane.of(1, 1, values, i)).toList();
    FeatureMaps figure =
        new FeatureMaps(
            Samples.SUBJECT,
            List.of("a", "b"),
            "conv",
            activation,
            Split.VALIDATION,
            new LabelledImage(0, 0, Raster.of(new ImageShape(1, 1, 1), new byte[1])),
            0,
            probability,
            0,
            1,
            values.length,
            planes,
            planes);
    return String.join(" ", figure.match(CAPTIONS).paragraphs());
  }

  @Test
  void classesAreUnbalancedFromTwiceOn() {
    TrueClasses figure =
        new TrueClasses(
            Samples.SUBJECT,
            List.of("a", "b"),
            List.of(new ClassCounts(Split.TRAIN, List.of(20, 10))));

    assertThat(figure.match(CAPTIONS).paragraphs().get(1)).contains("The classes are not balanced");
  }

  @Test
  void precisionAndRecallOfAClassHaveTheirIntervals() {
    // Of 20 images 12 are found, of 16 taken for the class: 60 and 75 %.
    PerClass figure =
        new PerClass(
            Samples.SUBJECT,
            List.of("a"),
            List.of(
                new PerClass.Panel(
                    Split.TEST, 40, List.of(new PerClass.Metrics(20, 16, 0.75, 0.6, 0.6667)))));

    assertThat(figure.match(CAPTIONS).paragraphs().get(0))
        .contains("precision 0.7500, 95 % interval 0.5050 to 0.8982")
        .contains("recall 0.6000, 95 % interval 0.3866 to 0.7812");
  }

  private static String text(String figure) {
    return String.join(" ", USUAL.get(figure).match(CAPTIONS).paragraphs());
  }
}
