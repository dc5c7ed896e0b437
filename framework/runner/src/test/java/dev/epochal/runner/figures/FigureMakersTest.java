package dev.epochal.runner.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import dev.epochal.core.figure.FigureData;
import dev.epochal.core.figure.SweepFigure;
import dev.epochal.core.plan.ImagePlace;
import dev.epochal.core.spec.FiguresSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FigureMakersTest {
  /** The figures of one run. */
  private static final List<String> DECLARED =
      Stream.of(FigureData.class.getAnnotation(JsonSubTypes.class).value())
          .filter(type -> !SweepFigure.class.isAssignableFrom(type.value()))
          .map(JsonSubTypes.Type::name)
          .toList();

  @Test
  void everyFigureHasItsMaker() {
    assertThat(RunFigures.names()).containsExactlyElementsOf(DECLARED);
  }

  @Test
  void everyFigureCanBeAskedForInASpec() {
    assertThat(Arrays.stream(FiguresSpec.Figure.values()).map(FiguresSpec.Figure::key))
        .containsExactlyElementsOf(DECLARED);
  }

  @Test
  void aChoiceAsksForTheFiguresThatItChanges() {
    FigureChoices image = new FigureChoices(null, null, null, null, ImagePlace.of("test:3"), null);
    FigureChoices threshold = new FigureChoices(null, null, 0.3, null, null, null);

    assertThat(RunFigures.changedBy(image)).containsExactly("feature-maps");
    assertThat(RunFigures.changedBy(threshold)).containsExactly("outcomes", "outcome-histograms");
    assertThat(RunFigures.changedBy(FigureChoices.NONE)).isEqualTo(RunFigures.names());
  }
}
