package dev.epochal.cli;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.TrialRecord;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.sweep.Question;
import dev.epochal.core.sweep.Search;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepMethod;
import dev.epochal.core.sweep.SweepPlan;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sweeps in every state, with the runs that are their trials, as files in a folder of runs. */
final class SeededSweeps {
  /**
   * Answered: three levels by four seeds, of which one diverged, one was reused and one stopped.
   */
  static final String SIZES = "eeee00000001";

  static final String GOING = "eeee00000002";
  static final String BROKEN = "eeee00000003";

  /** One level alone, and no question. */
  static final String ALONE = "eeee00000004";

  /** Drawn at random: two params, one of them a number that never repeats. */
  static final String DRAWN = "eeee00000005";

  static final String HOSTILE = "eeee00000006";

  static final Instant BEGAN = Instant.parse("2026-11-02T10:00:00Z");

  private static final String SIZE = "training.batchSize";
  private static final String RATE = "training.updater.learningRate";
  private static final Question USUAL =
      new Question("Does the batch size matter?", SIZE, "validation.accuracy", "16", Double.NaN);

  private final Path runs;
  private int made;

  SeededSweeps(Path runs) {
    this.runs = runs;
  }

  /** All of them. */
  static SeededSweeps in(Path runs) throws IOException {
    SeededSweeps sweeps = new SeededSweeps(runs);
    sweeps.sizes();
    sweeps.sweep(GOING, "going", RunStatus.RUNNING, 4, USUAL, SweepMethod.GRID);
    sweeps.sweep(BROKEN, "broken", RunStatus.FINISHED, 2, USUAL, SweepMethod.GRID);
    for (int number = 1; number <= 2; number++) {
      Map<String, String> values = Map.of(SIZE, "16", "seed", "" + number);
      sweeps.add(
          BROKEN,
          number,
          values,
          sweeps.run(BROKEN, number, values, RunStatus.FAILED, Double.NaN, "out of memory"));
    }
    sweeps.alone();
    sweeps.drawn();
    return sweeps;
  }

  private void sizes() throws IOException {
    sweep(SIZES, "sizes", RunStatus.FINISHED, 12, USUAL, SweepMethod.GRID);
    Random random = new Random(3);
    int number = 0;
    for (String size : List.of("16", "64", "256")) {
      for (int seed = 1; seed <= 4; seed++) {
        number++;
        Map<String, String> values = Map.of(SIZE, size, "seed", "" + seed);
        boolean diverged = number == 12;
        boolean stopped = number == 11;
        double mean = size.equals("16") ? 0.92 : size.equals("64") ? 0.88 : 0.7;
        RunStatus status =
            diverged ? RunStatus.FAILED : stopped ? RunStatus.KILLED : RunStatus.FINISHED;
        String run =
            run(
                SIZES,
                number,
                values,
                status,
                mean + 0.01 * random.nextGaussian(),
                diverged
                    ? "the loss was no longer a finite number at update 3 (NaN)"
                    : stopped ? "stopped by its sweep" : null);
        write(
            SIZES,
            new SweepEntry.Assigned(
                number, new TreeMap<>(values), "hash", run, number == 1, BEGAN));
        if (stopped) {
          write(SIZES, new SweepEntry.Stopped(number, run, 3, "it fell behind the others", BEGAN));
        }
      }
    }
  }

  private void alone() throws IOException {
    sweep(
        ALONE,
        "alone",
        RunStatus.FINISHED,
        2,
        new Question(null, null, "validation.accuracy", null, Double.NaN),
        SweepMethod.GRID);
    for (int number = 1; number <= 2; number++) {
      Map<String, String> values = Map.of(SIZE, "" + 16 * number);
      add(ALONE, number, values, run(ALONE, number, values, RunStatus.FINISHED, 0.8, null));
    }
  }

  private void drawn() throws IOException {
    sweep(
        DRAWN,
        "drawn",
        RunStatus.FINISHED,
        9,
        new Question(null, null, "validation.accuracy", null, Double.NaN),
        SweepMethod.RANDOM);
    for (int number = 1; number <= 9; number++) {
      Map<String, String> values =
          Map.of(
              RATE, Double.toString(0.001 * number * number), SIZE, number % 3 == 0 ? "64" : "16");
      add(
          DRAWN,
          number,
          values,
          run(DRAWN, number, values, RunStatus.FINISHED, 0.5 + 0.04 * number, null));
    }
  }

  /** Of runs that are there already: texts that would be tags, if they were not escaped. */
  static void hostile(Path runs, String... trials) throws IOException {
    SeededSweeps sweeps = new SeededSweeps(runs);
    String xss = SeededUi.XSS;
    sweeps.sweep(
        HOSTILE,
        xss,
        RunStatus.FINISHED,
        trials.length,
        new Question(xss, xss, "test.accuracy", xss, Double.NaN),
        SweepMethod.GRID);
    for (int i = 0; i < trials.length; i++) {
      Map<String, String> values = Map.of(xss, xss + i);
      sweeps.write(
          HOSTILE,
          new SweepEntry.Assigned(i + 1, new TreeMap<>(values), "hash", trials[i], true, BEGAN));
    }
  }

  /** A further trial of a sweep, whose run is there. */
  void add(String sweep, int number, Map<String, String> values, String run) throws IOException {
    write(sweep, new SweepEntry.Assigned(number, new TreeMap<>(values), "hash", run, false, BEGAN));
  }

  /** The next trial of the sweep that goes on. */
  void goOn(int number, String size, double accuracy) throws IOException {
    Map<String, String> values = Map.of(SIZE, size, "seed", "" + number);
    add(GOING, number, values, run(GOING, number, values, RunStatus.FINISHED, accuracy, null));
  }

  /** The sweep that goes on comes to its end. */
  void end() throws IOException {
    SweepFolder folder = SweepFolder.of(runs, GOING);
    SweepRecord record = Json.read(folder.record(), SweepRecord.class);
    Files.writeString(
        folder.record(), Json.pretty(record.over(RunStatus.FINISHED, null, Instant.now())));
  }

  private void write(String sweep, SweepEntry entry) throws IOException {
    Files.writeString(
        SweepFolder.of(runs, sweep).trials(),
        Json.line(entry) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void sweep(
      String id, String name, RunStatus status, int planned, Question question, SweepMethod method)
      throws IOException {
    SweepFolder folder = SweepFolder.of(runs, id);
    Files.createDirectories(folder.path());
    List<Map<String, String>> values = new ArrayList<>();
    for (int i = 1; i <= planned; i++) {
      values.add(Map.of("number", "" + i));
    }
    Files.writeString(
        folder.record(),
        Json.pretty(
            new SweepRecord(
                id,
                name,
                "exercise",
                status,
                BEGAN.plusSeconds(made++),
                status.isOver() ? BEGAN.plusSeconds(90) : null,
                null,
                Processes.current(),
                new SweepPlan(
                    "exercise",
                    method,
                    new Search.Listed(values),
                    "validation.accuracy",
                    Goal.MAX,
                    null,
                    question),
                List.of(),
                2,
                1,
                false)));
    Files.writeString(folder.trials(), "");
  }

  private String run(
      String sweep,
      int number,
      Map<String, String> values,
      RunStatus status,
      double accuracy,
      @Nullable String reason)
      throws IOException {
    String id = sweep.substring(11) + "aaaa00000%02d".formatted(number);
    RunFolder folder = RunFolder.of(runs, id);
    Files.createDirectories(folder.path());
    TreeMap<String, Double> metrics = new TreeMap<>();
    if (status == RunStatus.FINISHED) {
      metrics.put("validation.accuracy", accuracy);
      metrics.put("test.accuracy", accuracy - 0.01);
      metrics.put("validation.loss", 1 - accuracy);
      metrics.put("time.train.wall", 10.0 + number);
    }
    TreeMap<String, String> params = new TreeMap<>(Map.of("training.epochs", "4", "seed", "1"));
    params.putAll(values);
    List<String> journal = new ArrayList<>();
    for (int epoch = 1; epoch <= 4 && status != RunStatus.FAILED; epoch++) {
      journal.add(
          Json.line(
              new JournalEntry.Epoch(
                  epoch,
                  BEGAN.plusSeconds(epoch),
                  new TreeMap<>(
                      Map.of(
                          "train.loss",
                          1.0 / epoch,
                          "validation.loss",
                          1.1 / epoch,
                          "validation.accuracy",
                          accuracy * (1 - 0.5 / epoch),
                          "train.seconds",
                          1.0 + 0.1 * number)),
                  "%064d".formatted(number))));
    }
    Files.write(folder.journal(), journal);
    Instant started = BEGAN.plusSeconds(10L * number);
    Files.writeString(
        folder.record(),
        Json.pretty(
            new RunRecord(
                id,
                "exercise-" + sweep.charAt(11) + "-" + number,
                "exercise",
                status,
                1,
                "0".repeat(64),
                started,
                started.plusSeconds(12),
                reason,
                new ProcessRecord("elsewhere", 1, BEGAN),
                new DatasetRecord(
                    "mnist",
                    "digits",
                    "nothing could be downloaded",
                    "generated",
                    new ImageShape(1, 28, 28),
                    List.of("0", "1"),
                    new TreeMap<>(
                        Map.of(
                            "train",
                            new DatasetRecord.SplitRecord(200, "0".repeat(64)),
                            "test",
                            new DatasetRecord.SplitRecord(100, "1".repeat(64)))),
                    0),
                params,
                metrics,
                new TreeMap<>(),
                List.of(),
                List.of(),
                null,
                new TrialRecord(sweep, number, new TreeMap<>(values), true))));
    return id;
  }
}
