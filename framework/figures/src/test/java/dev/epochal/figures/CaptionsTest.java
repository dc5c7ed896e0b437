package dev.epochal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.Split;
import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.figure.FigureData;
import dev.epochal.core.plan.Loss;
import dev.epochal.figures.caption.Caption;
import dev.epochal.figures.caption.Captions;
import dev.epochal.figures.caption.Guess;
import java.util.List;
import java.util.Map;
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

  private static String text(String figure) {
    return String.join(" ", USUAL.get(figure).match(CAPTIONS).paragraphs());
  }
}
