package dev.epochal.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.AskedRun;
import dev.epochal.core.answer.Inquiry;
import dev.epochal.core.answer.QuestionFigures;
import dev.epochal.core.answer.RunAnswers;
import dev.epochal.core.data.ImageShape;
import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.Series;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.sweep.Question;
import dev.epochal.core.sweep.Search;
import dev.epochal.core.sweep.SweepMethod;
import dev.epochal.core.sweep.SweepPlan;
import dev.epochal.core.sweep.SweepRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A sweep's page: what stands on it, and that whatever stands on it is text. */
class SweepReportTest {
  private static final String HOSTILE = "<script>alert(1)</script>";
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private String factor = "training.batchSize";
  private String small = "64";
  private String name = "sizes-sweep-1";
  private String text = "Does the batch size matter?";
  private String fallback;
  private RunStatus status = RunStatus.FINISHED;
  private boolean answered = true;

  @Test
  void theQuestionItsAnswerAndWhatThatRestsOnAreOnThePage() {
    String html = report().html();

    assertThat(html)
        .contains("Does the batch size matter?")
        .contains("<strong>Yes: training.batchSize changes validation.accuracy.")
        .contains("p (Holm)", "Wilcoxon signed rank", "5000 − 64")
        .contains("1 of 6") // diverged
        .contains("data:image/png;base64,")
        .contains("Mean validation.accuracy over epochs", "Every run, by level")
        .contains("2 trials", "Threads of each")
        .contains("6 of these trials; 9 in all of this experiment")
        .contains("./run answer 0123456789ab", "./run runs/0123456789ab/spec.yaml")
        .contains("native.threads")
        .doesNotContain("class=\"notice alarm\"");
  }

  @Test
  void theSameSweepGivesTheSameBytes() {
    assertThat(report().html()).isEqualTo(report().html());
  }

  @Test
  void everyLinkOnThePageHasATarget() {
    String html = report().html();

    assertThat(Pattern.compile("href=\"#([^\"]+)\"").matcher(html).results().map(m -> m.group(1)))
        .isNotEmpty()
        .allMatch(id -> html.contains("id=\"" + id + "\""));
  }

  @Test
  void whatWentWrongIsSaidLoudly() {
    fallback = "mnist could not be had";
    status = RunStatus.CRASHED;

    assertThat(report().html())
        .contains("FALLBACK DATA: digits instead of mnist (mnist could not be had)")
        .contains("says anything about mnist")
        .contains("This sweep is CRASHED")
        .contains("./run resume 0123456789ab")
        .contains("class=\"notice alarm\"");
  }

  @Test
  void aSweepWithoutAnAnswerSaysWhy() {
    answered = false;

    assertThat(report().html()).contains("There is no answer yet: two runs are needed");
  }

  @Test
  void namesLevelsAndWordsFromElsewhereAreText() {
    factor = "training." + HOSTILE;
    small = "<img src=x onerror=alert(1)>";
    name = HOSTILE + "\u202E";
    text = HOSTILE;
    fallback = HOSTILE;

    assertThat(report().html())
        .doesNotContain("<script", "<img src=x", "onerror=alert(1)>")
        .contains("&lt;script&gt;alert(1)", "&lt;img src=x");
  }

  @Test
  void anIdThatIsNoneStandsInNoCommand() {
    SweepReport report = report();
    SweepRecord record = record("; rm -rf /");

    String html =
        new SweepReport(
                record,
                report.answer(),
                report.noAnswer(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                List.of(),
                0,
                0)
            .html();

    assertThat(html).contains("./run answer ID").doesNotContain("./run answer ;");
  }

  private SweepReport report() {
    List<AskedRun> runs = new ArrayList<>();
    List<SweepReport.Trial> trials = new ArrayList<>();
    for (int seed = 1; seed <= 6; seed++) {
      for (String size : List.of(small, "5000")) {
        boolean diverged = size.equals("5000") && seed == 6;
        add(runs, trials, seed, size, diverged);
      }
    }
    Inquiry inquiry = new Inquiry(factor, "validation.accuracy");
    Answer answer = RunAnswers.answer(inquiry, runs);
    List<SweepPicture> pictures = new ArrayList<>();
    QuestionFigures.of(
            answer, inquiry, runs, FigureSubject.ofRuns(name, "0123456789ab", "digits", null), 2)
        .forEach((file, data) -> pictures.add(SweepPicture.of(file, data)));
    TreeMap<String, DatasetRecord.SplitRecord> splits = new TreeMap<>();
    splits.put("test", new DatasetRecord.SplitRecord(10, "ab".repeat(32)));
    return new SweepReport(
        record("0123456789ab"),
        answered ? answer : null,
        answered ? "" : "two runs are needed",
        trials,
        answered ? pictures : List.of(),
        List.of(
            new DatasetRecord(
                fallback == null ? "digits" : "mnist",
                "digits",
                fallback,
                "generated",
                new ImageShape(1, 28, 28),
                List.of("0", "1"),
                splits,
                0)),
        new TreeMap<>(Map.of("native.threads", "1", "dependency.dl4j", "1.0")),
        List.of(),
        6,
        9);
  }

  private void add(
      List<AskedRun> runs,
      List<SweepReport.Trial> trials,
      int seed,
      String size,
      boolean diverged) {
    double value = (size.equals("5000") ? 0.86 : 0.97) + 0.001 * seed;
    TreeMap<String, String> set = new TreeMap<>(Map.of(factor, size, "seed", "" + seed));
    TreeMap<String, Double> metrics = new TreeMap<>();
    if (!diverged) {
      metrics.put("validation.accuracy", value);
      metrics.put("time.train.wall", 3.0 + seed);
    }
    String id = "%012x".formatted(runs.size());
    runs.add(
        new AskedRun(
            id,
            diverged ? RunStatus.FAILED : RunStatus.FINISHED,
            diverged,
            false,
            NOON,
            set,
            set,
            metrics,
            new TreeMap<>(
                Map.of(
                    "validation.accuracy",
                    new Series(new long[] {1, 2}, new double[] {value - 0.2, value}))),
            10,
            null));
    trials.add(
        new SweepReport.Trial(
            trials.size() + 1,
            set,
            id,
            diverged ? RunStatus.FAILED : RunStatus.FINISHED,
            diverged ? "the loss was no longer a finite number" : "",
            diverged ? null : Double.valueOf(value),
            3.0 + seed));
  }

  private SweepRecord record(String id) {
    return new SweepRecord(
        id,
        name,
        "sizes",
        status,
        NOON,
        NOON.plusSeconds(60),
        null,
        new ProcessRecord("host", 1, NOON),
        new SweepPlan(
            "sizes",
            SweepMethod.GRID,
            new Search.Listed(List.of(Map.of(factor, small))),
            "validation.loss",
            Goal.MIN,
            null,
            new Question(text, factor, "validation.accuracy", null, 0.005)),
        List.of(),
        2,
        1,
        false);
  }
}
