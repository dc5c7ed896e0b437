package dev.epochal.figures;

import dev.epochal.core.answer.Amounts;
import dev.epochal.core.figure.FigureData;
import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.LevelCurves;
import dev.epochal.core.figure.LevelStrips;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.figure.ParallelCoordinates;
import dev.epochal.core.figure.SeedSpread;
import dev.epochal.core.figure.TimeQuality;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.stats.Sample;
import dev.epochal.core.stats.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Figures of sweeps as they might be, and as they should not. */
final class SweepSamples {
  static final FigureSubject SUBJECT =
      FigureSubject.ofRuns("batch-size-sweep-1", "7f3a90c1d2e4", "mnist", null);
  static final FigureSubject FOUND =
      FigureSubject.ofRuns(null, "", "digits", Samples.FALLBACK.notice());
  static final FigureSubject HOSTILE =
      FigureSubject.ofRuns(
          Samples.HOSTILE.run(), "מזהה", Samples.HOSTILE.dataset(), Samples.HOSTILE.notice());
  private static final String BATCH = "training.batchSize";
  private static final String ACCURACY = "validation.accuracy";

  private SweepSamples() {}

  static Map<String, FigureData> all() {
    Map<String, FigureData> all = new LinkedHashMap<>();
    all.put("curves", curves(LossHistory.Axis.EPOCH, ACCURACY, List.of("64", "512", "5000"), 5, 0));
    all.put(
        "curves-updates",
        curves(LossHistory.Axis.UPDATE, ACCURACY, List.of("64", "512", "5000"), 5, 0));
    all.put(
        "curves-diverged",
        curves(LossHistory.Axis.SECOND, "validation.loss", List.of("0.01", "0.1", "1", "3"), 5, 3));
    all.put("curves-one", curves(LossHistory.Axis.EPOCH, ACCURACY, List.of("all"), 1, 0));
    all.put("curves-twenty", curves(LossHistory.Axis.EPOCH, ACCURACY, numbers(20), 3, 0));
    all.put(
        "curves-none",
        new LevelCurves(
            SUBJECT,
            BATCH,
            ACCURACY,
            LossHistory.Axis.EPOCH,
            null,
            List.of(
                new LevelCurves.Curve(
                    "64", 2, 2, 0, List.of(), List.of(), List.of(), List.of(), List.of()))));
    all.put(
        "curves-all-nan",
        new LevelCurves(
            SUBJECT,
            BATCH,
            ACCURACY,
            LossHistory.Axis.EPOCH,
            null,
            List.of(
                new LevelCurves.Curve(
                    "64",
                    2,
                    2,
                    0,
                    List.of(1.0),
                    List.of(Double.NaN),
                    List.of(Double.NaN),
                    List.of(Double.NaN),
                    List.of(0)))));
    all.put("strips", strips(SUBJECT, ACCURACY, Goal.MAX, List.of("64", "512", "5000"), 5, 0));
    all.put(
        "strips-diverged",
        strips(SUBJECT, "validation.loss", Goal.MIN, List.of("0.01", "0.1", "1", "3"), 8, 4));
    all.put(
        "strips-accuracy-diverged",
        strips(FOUND, ACCURACY, Goal.MAX, List.of("base", "wide", "deep"), 30, 9));
    all.put("strips-one-run", strips(SUBJECT, ACCURACY, Goal.MAX, List.of("only"), 1, 0));
    all.put("strips-none", strips(SUBJECT, ACCURACY, Goal.MAX, List.of("a", "b"), 2, 9));
    all.put("strips-hostile", strips(HOSTILE, ACCURACY, Goal.MAX, Samples.hostileNames(), 3, 1));
    all.put("strips-many", strips(SUBJECT, ACCURACY, Goal.MAX, numbers(80), 3, 1));
    all.put("parallel", parallel(SUBJECT, 60, 0));
    all.put("parallel-diverged", parallel(FOUND, 400, 40));
    all.put("parallel-grid", grid());
    all.put("parallel-hostile", parallel(HOSTILE, 3, 3));
    all.put("time", times(Goal.MAX, ACCURACY, 0));
    all.put("time-diverged", times(Goal.MIN, "validation.loss", 4));
    all.put(
        "time-none",
        new TimeQuality(SUBJECT, BATCH, ACCURACY, Goal.MAX, 0, List.of("64"), List.of()));
    all.put("spread", spread(SUBJECT, 10, 0));
    all.put("spread-two", spread(FOUND, 2, 1));
    all.put("spread-hundred", spread(SUBJECT, 100, 0));
    all.put("spread-one", spread(SUBJECT, 1, 0));
    all.put("spread-none", spread(HOSTILE, 0, 2));
    return all;
  }

  private static List<String> numbers(int n) {
    return IntStream.rangeClosed(1, n).mapToObj(i -> Integer.toString(8 * i)).toList();
  }

  private static LevelCurves curves(
      LossHistory.Axis axis, String metric, List<String> levels, int runs, int diverging) {
    boolean share = Amounts.of(metric).share();
    Random random = new Random(5);
    List<LevelCurves.Curve> curves = new ArrayList<>();
    for (int l = 0; l < levels.size(); l++) {
      double speed = 4.0 / (l + 1);
      boolean diverges = diverging > 0 && l >= levels.size() - 2;
      List<Double> at = new ArrayList<>();
      List<Double> mean = new ArrayList<>();
      List<Double> low = new ArrayList<>();
      List<Double> high = new ArrayList<>();
      List<Integer> n = new ArrayList<>();
      for (int epoch = 1; epoch <= 30; epoch++) {
        int left = diverges ? Math.max(0, runs - Math.max(0, epoch - 6)) : runs;
        List<Double> values = new ArrayList<>();
        for (int run = 0; run < left; run++) {
          double loss = 2.3 * Math.exp(-epoch * speed / 8) + 0.07 + 0.02 * l;
          double noise = 0.15 * loss * random.nextGaussian();
          values.add(share ? 1 - 0.38 * loss - 0.1 * noise : loss + noise);
        }
        Sample sample = Sample.of(values);
        at.add(
            switch (axis) {
              case EPOCH -> (double) epoch;
              case UPDATE -> epoch * 48_000.0 / Integer.parseInt(levels.get(l));
              case SECOND -> epoch * (0.4 + 0.1 * l);
            });
        mean.add(sample.n() == 0 ? Double.NaN : sample.mean());
        low.add(sample.mean() - sample.halfWidth());
        high.add(sample.mean() + sample.halfWidth());
        n.add(sample.n());
      }
      curves.add(
          new LevelCurves.Curve(
              levels.get(l),
              runs,
              diverges ? diverging : 0,
              diverges ? 2 : 0,
              at,
              mean,
              low,
              high,
              n));
    }
    return new LevelCurves(SUBJECT, BATCH, metric, axis, levels.get(0), curves);
  }

  private static LevelStrips strips(
      FigureSubject subject,
      String response,
      Goal goal,
      List<String> levels,
      int runs,
      int diverging) {
    Random random = new Random(11);
    List<LevelStrips.Level> rows = new ArrayList<>();
    for (int l = 0; l < levels.size(); l++) {
      List<LevelStrips.Dot> dots = new ArrayList<>();
      int lost = l == levels.size() - 1 ? Math.min(runs, diverging) : l == 1 ? diverging / 3 : 0;
      lost = diverging == 9 && runs == 2 ? 2 : lost;
      for (int run = 0; run < runs; run++) {
        double value = run < lost ? Double.NaN : 0.965 - 0.008 * l + 0.003 * random.nextGaussian();
        dots.add(
            new LevelStrips.Dot(
                "run" + l + run, "seed=" + run, goal == Goal.MIN ? 1.1 - value : value));
      }
      Sample sample = Sample.of(dots.stream().map(LevelStrips.Dot::value).toList());
      rows.add(
          new LevelStrips.Level(
              levels.get(l),
              sample.n() == 0 ? Double.NaN : sample.mean(),
              sample.mean() - sample.halfWidth(),
              sample.mean() + sample.halfWidth(),
              lost > 2 ? 1 : 0,
              lost > 3 ? 1 : 0,
              dots));
    }
    return new LevelStrips(subject, BATCH, response, goal, levels.get(0), diverging == 0, rows);
  }

  private static ParallelCoordinates parallel(FigureSubject subject, int runs, int diverged) {
    Random random = new Random(3);
    List<String> hidden = List.of("base", "wide", "a variant with a rather long name", "deep");
    List<List<String>> set = new ArrayList<>();
    List<Double> responses = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      double rate = Math.pow(10, -4 + 3.5 * random.nextDouble());
      double dropout = 0.1 * random.nextInt(6);
      int batch = 16 << random.nextInt(6);
      String variant = hidden.get(random.nextInt(hidden.size()));
      set.add(
          List.of(
              variant,
              Double.toString(Math.round(10 * dropout) / 10.0),
              Integer.toString(batch),
              String.format(java.util.Locale.ROOT, "%.3e", rate)));
      responses.add(
          run < diverged
              ? Double.NaN
              : 0.97
                  - 0.03 * Math.pow(Math.log10(rate) + 2, 2)
                  - 0.02 * dropout
                  - 0.004 * random.nextDouble());
    }
    List<String> keys =
        List.of("variant", "network.layers.drop1.rate", BATCH, "training.updater.learningRate");
    List<ParallelCoordinates.Axis> axes = new ArrayList<>();
    for (int a = 0; a < keys.size(); a++) {
      int at = a;
      List<String> values = set.stream().map(one -> one.get(at)).distinct().toList();
      axes.add(
          new ParallelCoordinates.Axis(
              keys.get(a),
              a == 0
                  ? ParallelCoordinates.Kind.CATEGORY
                  : a == 1 ? ParallelCoordinates.Kind.LINEAR : ParallelCoordinates.Kind.LOG,
              a == 0
                  ? values
                  : values.stream()
                      .sorted(java.util.Comparator.comparingDouble(Double::parseDouble))
                      .toList()));
    }
    List<ParallelCoordinates.Line> lines = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      lines.add(new ParallelCoordinates.Line("run" + run, set.get(run), responses.get(run)));
    }
    return new ParallelCoordinates(subject, ACCURACY, Goal.MAX, axes, lines);
  }

  /** One param and seeds, of a loss, which is better the lower it is. */
  private static ParallelCoordinates grid() {
    Random random = new Random(3);
    List<ParallelCoordinates.Line> lines = new ArrayList<>();
    for (int seed = 1; seed <= 5; seed++) {
      for (int batch : new int[] {64, 512, 5000}) {
        lines.add(
            new ParallelCoordinates.Line(
                batch + "-" + seed,
                List.of(Integer.toString(seed), Integer.toString(batch)),
                batch == 5000 && seed == 3
                    ? Double.NaN
                    : 0.1 * Math.log(batch) + 0.05 * random.nextGaussian()));
      }
    }
    return new ParallelCoordinates(
        SUBJECT,
        "validation.loss",
        Goal.MIN,
        List.of(
            new ParallelCoordinates.Axis(
                "seed", ParallelCoordinates.Kind.LINEAR, List.of("1", "2", "3", "4", "5")),
            new ParallelCoordinates.Axis(
                BATCH, ParallelCoordinates.Kind.LOG, List.of("64", "512", "5000"))),
        lines);
  }

  private static TimeQuality times(Goal goal, String response, int diverged) {
    Random random = new Random(9);
    List<TimeQuality.Point> points = new ArrayList<>();
    List<String> levels = List.of("64", "512", "5000");
    for (int l = 0; l < 3; l++) {
      for (int run = 0; run < 5; run++) {
        double value = 0.97 - 0.02 * l + 0.004 * random.nextGaussian();
        double seconds = 40.0 / (l + 1) * (1 + 0.1 * random.nextDouble());
        boolean lost = l == 2 && run < diverged;
        points.add(
            new TimeQuality.Point(
                levels.get(l) + run,
                levels.get(l),
                seconds,
                lost ? Double.NaN : goal == Goal.MIN ? 1.05 - value : value,
                false));
      }
    }
    points.replaceAll(
        point ->
            new TimeQuality.Point(
                point.run(),
                point.level(),
                point.seconds(),
                point.response(),
                points.stream()
                        .allMatch(
                            other ->
                                other.equals(point)
                                    || other.seconds() > point.seconds()
                                    || goal.isBetter(point.response(), other.response())
                                    || Double.isNaN(other.response()))
                    && Double.isFinite(point.response())));
    return new TimeQuality(SUBJECT, BATCH, response, goal, diverged > 0 ? 2 : 1, levels, points);
  }

  private static SeedSpread spread(FigureSubject subject, int runs, int diverged) {
    Random random = new Random(4);
    List<SeedSpread.Dot> dots = new ArrayList<>();
    for (int run = 0; run < runs + diverged; run++) {
      dots.add(
          new SeedSpread.Dot(
              Integer.toString(run + 1),
              "run" + run,
              run < runs ? 0.9712 + 0.0018 * random.nextGaussian() : Double.NaN));
    }
    double[] values =
        dots.stream().mapToDouble(SeedSpread.Dot::value).filter(Double::isFinite).toArray();
    Spread spread = values.length < 2 ? null : Spread.of(values);
    return new SeedSpread(
        subject,
        "seed",
        ACCURACY,
        java.util.Arrays.stream(values).average().orElse(Double.NaN),
        spread == null ? Double.NaN : spread.sd(),
        spread == null ? Double.NaN : spread.interval().low(),
        spread == null ? Double.NaN : spread.interval().high(),
        runs,
        dots);
  }
}
