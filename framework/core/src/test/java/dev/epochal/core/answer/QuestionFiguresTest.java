package dev.epochal.core.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.LevelCurves;
import dev.epochal.core.figure.LevelStrips;
import dev.epochal.core.figure.ParallelCoordinates;
import dev.epochal.core.figure.SeedSpread;
import dev.epochal.core.figure.SweepFigure;
import dev.epochal.core.figure.TimeQuality;
import dev.epochal.core.run.RunStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the figures of an answer show: the runs that it counts, and the numbers that it says. */
final class QuestionFiguresTest {
  private static final FigureSubject SUBJECT =
      FigureSubject.ofRuns("sizes-sweep-1", "0123456789ab", "digits", null);
  private static final Inquiry SIZES = new Inquiry("training.batchSize", "validation.accuracy");

  private final Runs runs = new Runs();

  @Test
  void stripsSayWhatTheAnswerSays() {
    sizes();
    Answer answer = RunAnswers.answer(SIZES, runs.all());

    LevelStrips strips = (LevelStrips) figures(SIZES).get(LevelStrips.NAME);

    assertThat(strips.paired()).isTrue();
    assertThat(strips.levels()).extracting(LevelStrips.Level::level).containsExactly("16", "256");
    assertThat(strips.levels().get(0).mean()).isEqualTo(answer.levels().get(0).mean());
    assertThat(strips.levels().get(0).low()).isEqualTo(answer.levels().get(0).ci().low());
    assertThat(strips.levels().get(1).runs())
        .extracting(LevelStrips.Dot::block)
        .containsExactly("seed=1", "seed=2", "seed=3");
  }

  @Test
  void curvesAreMeansWithStudentsInterval() {
    sizes();

    LevelCurves.Curve small = ((LevelCurves) figures(SIZES).get(LevelCurves.NAME)).curves().get(0);

    // Of 0.51, 0.52, 0.53: sd 0.01, t of two degrees of freedom 4.302653 (SciPy).
    assertThat(small.at()).containsExactly(1.0, 2.0);
    assertThat(small.n()).containsExactly(3, 3);
    assertThat(small.mean().get(0)).isCloseTo(0.52, within(1e-12));
    assertThat(small.high().get(0) - small.mean().get(0))
        .isCloseTo(4.302652729749464 * 0.01 / Math.sqrt(3), within(1e-9));
  }

  @Test
  void curvesStandOverUpdatesAndSecondsToo() {
    sizes();
    Map<String, SweepFigure> figures = figures(SIZES);

    LevelCurves updates = (LevelCurves) figures.get("level-curves-update");
    LevelCurves seconds = (LevelCurves) figures.get("level-curves-second");

    assertThat(updates.curves().get(0).at()).containsExactly(40.0, 80.0);
    assertThat(updates.curves().get(1).at()).containsExactly(3.0, 6.0);
    assertThat(seconds.curves().get(0).at().get(1)).isCloseTo(8.0, within(1e-12));
  }

  @Test
  void runsThatEndBeforeTheOthersAreCountedEpochByEpoch() {
    sizes();
    runs.run("training.batchSize", "16", "seed", "4")
        .history("validation.accuracy", 0.3)
        .diverged();

    Map<String, SweepFigure> figures = figures(SIZES);

    LevelCurves.Curve small = ((LevelCurves) figures.get(LevelCurves.NAME)).curves().get(0);
    assertThat(small.runs()).isEqualTo(4);
    assertThat(small.diverged()).isEqualTo(1);
    assertThat(small.n()).containsExactly(4, 3);
    assertThat(small.firstLoss()).isEqualTo(1);
    LevelStrips strips = (LevelStrips) figures.get(LevelStrips.NAME);
    assertThat(strips.levels().get(0).diverged()).isEqualTo(1);
    assertThat(strips.levels().get(0).mean()).isCloseTo(0.92, within(1e-12));
  }

  @Test
  void theFrontHasWhoeverNobodyBeatsInBoth() {
    time("16", "1", 10, 0.9);
    time("16", "2", 11, 0.9); // slower, and as good: beaten
    time("256", "1", 2, 0.7);
    time("256", "2", 1, 0.6);
    time("256", "3", 12, 0.95);
    time("16", "3", 12, 0.94); // as slow, and worse: beaten

    TimeQuality times = (TimeQuality) figures(SIZES).get(TimeQuality.NAME);

    assertThat(times.points())
        .filteredOn(TimeQuality.Point::front)
        .extracting(TimeQuality.Point::seconds)
        .containsExactlyInAnyOrder(10.0, 2.0, 1.0, 12.0);
  }

  @Test
  void everyRunThatSaysSomethingIsALineWithoutAnAnswerToo() {
    runs.run("a", "1", "b", "x").metric("validation.accuracy", 0.5).finished();
    runs.run("a", "2", "b", "y").metric("validation.accuracy", 0.6).finished();
    runs.run("a", "3", "b", "y").diverged();
    runs.run("a", "4", "b", "y").ended(RunStatus.CRASHED);
    Inquiry unclear = new Inquiry(null, "validation.accuracy");

    ParallelCoordinates lines =
        QuestionFigures.everyRun(
                unclear, runs.all(), FigureSubject.ofRuns(null, "", "digits", null))
            .orElseThrow();

    assertThat(lines.axes()).extracting(ParallelCoordinates.Axis::param).containsExactly("a", "b");
    assertThat(lines.lines()).hasSize(3);
    assertThat(lines.lines().get(2).response()).isNaN();
  }

  @Test
  void axesAreLogarithmicWhereNumbersSpreadAndWordsStayWords() {
    for (String rate : List.of("0.001", "0.1", "0.01")) {
      for (String mode : List.of("unit", "none")) {
        runs.run("training.updater.learningRate", rate, "data.normalize", mode, "seed", "1")
            .metric("validation.accuracy", Double.parseDouble(rate))
            .finished();
      }
    }
    Inquiry inquiry = new Inquiry("data.normalize", "validation.accuracy");

    ParallelCoordinates lines =
        (ParallelCoordinates) figures(inquiry).get(ParallelCoordinates.NAME);

    // What is asked about stands next to the response.
    assertThat(lines.axes())
        .containsExactly(
            new ParallelCoordinates.Axis(
                "training.updater.learningRate",
                ParallelCoordinates.Kind.LOG,
                List.of("0.001", "0.01", "0.1")),
            new ParallelCoordinates.Axis(
                "data.normalize", ParallelCoordinates.Kind.CATEGORY, List.of("unit", "none")));
    assertThat(lines.lines()).hasSize(6);
  }

  @Test
  void aSeedIsShownByItsSpread() {
    for (int seed = 1; seed <= 4; seed++) {
      runs.run("seed", Integer.toString(seed))
          .metric("validation.accuracy", 0.9 + 0.01 * seed)
          .parameters(seed < 3 ? "same" : "other" + seed)
          .finished();
    }
    Inquiry inquiry = new Inquiry("seed", "validation.accuracy");

    Map<String, SweepFigure> figures = figures(inquiry);

    assertThat(figures).doesNotContainKeys(LevelStrips.NAME, TimeQuality.NAME);
    SeedSpread spread = (SeedSpread) figures.get(SeedSpread.NAME);
    assertThat(spread.sd()).isCloseTo(0.012909944487358, within(1e-12));
    assertThat(spread.sdLow()).isLessThan(spread.sd());
    assertThat(spread.differentBits()).isEqualTo(3);
    assertThat(spread.runs()).extracting(SeedSpread.Dot::seed).containsExactly("1", "2", "3", "4");
  }

  private void sizes() {
    for (int seed = 1; seed <= 3; seed++) {
      for (String size : List.of("16", "256")) {
        double up = 0.01 * seed;
        runs.run("training.batchSize", size, "seed", Integer.toString(seed))
            .history("validation.accuracy", 0.5 + up, 0.9 + up)
            .history("train.seconds", 4, 4)
            .updatesPerEpoch(size.equals("16") ? 40 : 3)
            .metric("validation.accuracy", 0.9 + up)
            .metric("time.train.wall", 9)
            .finished();
      }
    }
  }

  private void time(String size, String seed, double seconds, double accuracy) {
    runs.run("training.batchSize", size, "seed", seed)
        .metric("validation.accuracy", accuracy)
        .metric("time.train.wall", seconds)
        .finished();
  }

  private Map<String, SweepFigure> figures(Inquiry inquiry) {
    return QuestionFigures.of(
        RunAnswers.answer(inquiry, runs.all()), inquiry, runs.all(), SUBJECT, 1);
  }
}
