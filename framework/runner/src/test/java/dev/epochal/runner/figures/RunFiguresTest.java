package dev.epochal.runner.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.data.Split;
import dev.epochal.core.figure.Examples;
import dev.epochal.core.figure.FeatureMaps;
import dev.epochal.core.figure.MostWrong;
import dev.epochal.core.figure.PixelHistograms;
import dev.epochal.core.figure.PredictedImage;
import dev.epochal.core.figure.TrueClasses;
import dev.epochal.core.plan.ImagePlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFiguresTest {
  private static final FigureChoices OF_TEST =
      new FigureChoices(Split.TEST, null, null, null, ImagePlace.of("test:7"), null);

  @TempDir Path runs;

  @Test
  void theTestSplitStaysBlindUntilTheFinalEvaluation() throws Exception {
    RunResults run = KilledRun.of(runs);

    for (String name : List.of(Examples.NAME, PixelHistograms.NAME, FeatureMaps.NAME)) {
      MadeFigure made = RunFigures.make(name, run, OF_TEST);

      assertThat(made.data()).as(name).isNull();
      assertThat(made.leftOut())
          .isEqualTo(
              "no image of the test split is shown: the run ended as KILLED, before its final"
                  + " evaluation");
    }
    assertThat(RunFigures.make(Examples.NAME, run, FigureChoices.NONE).data()).isNotNull();
    assertThat(RunFigures.make(TrueClasses.NAME, run, OF_TEST).data()).as("counts").isNotNull();
    KilledRun.evaluate(run, Split.TEST);
    assertThat(RunFigures.make(Examples.NAME, run, OF_TEST).data()).isNotNull();
  }

  @Test
  void theSurestMistakesAreShownTheSurestFirst() throws Exception {
    RunResults run = KilledRun.of(runs);
    KilledRun.evaluate(run, Split.VALIDATION);

    MostWrong figure = (MostWrong) RunFigures.make(MostWrong.NAME, run, FigureChoices.NONE).data();

    assertThat(figure.wrong()).isEqualTo(KilledRun.N);
    assertThat(figure.images()).hasSize(24);
    assertThat(figure.images()).extracting(PredictedImage::position).startsWith(99, 98, 97);
  }

  @Test
  void damagedDataOfAFigureDoNotKeepTheOthersFromBeingDrawn() throws Exception {
    RunResults run = KilledRun.of(runs);
    Files.writeString(run.folder().figureData(FeatureMaps.NAME), "{");

    MadeFigure made = RunFigures.again(FeatureMaps.NAME, run, FigureChoices.NONE);

    assertThat(made.leftOut()).startsWith("the run kept no model");
  }
}
