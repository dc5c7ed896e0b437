package dev.epochal.core.answer;

import dev.epochal.core.figure.LevelCurves;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.run.Series;
import dev.epochal.core.stats.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The mean course of the runs of one level. */
final class LevelCourse {
  private LevelCourse() {}

  /** The runs of one epoch. */
  private static final class Epoch {
    private final List<Double> values = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> updates = new ArrayList<>();
  }

  static LevelCurves.Curve of(
      String level, List<Shown> runs, String metric, LossHistory.Axis axis) {
    SortedMap<Long, Epoch> epochs = new TreeMap<>();
    for (Shown one : runs) {
      Series series = one.run().history().getOrDefault(metric, Series.EMPTY);
      for (int i = 0; i < series.size(); i++) {
        if (series.steps()[i] > 0) {
          Epoch epoch = epochs.computeIfAbsent(series.steps()[i], step -> new Epoch());
          epoch.values.add(series.values()[i]);
          epoch.updates.add((double) series.steps()[i] * one.run().updatesPerEpoch());
          epoch.seconds.add(seconds(one.run(), series.steps()[i]));
        }
      }
    }
    List<Double> at = new ArrayList<>();
    List<Double> mean = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    List<Integer> n = new ArrayList<>();
    double spent = 0;
    for (var epoch : epochs.entrySet()) {
      // A sum of means never goes back, also where a slow run is no longer there.
      spent += Sample.of(epoch.getValue().seconds).mean();
      double place =
          switch (axis) {
            case EPOCH -> epoch.getKey();
            case UPDATE -> Sample.of(epoch.getValue().updates).mean();
            case SECOND -> spent;
          };
      if (!Double.isFinite(place) || (place <= 0 && axis != LossHistory.Axis.EPOCH)) {
        break; // what was spent is not known
      }
      Sample sample = Sample.of(epoch.getValue().values);
      at.add(place);
      mean.add(sample.n() == 0 ? Double.NaN : sample.mean());
      low.add(sample.mean() - sample.halfWidth());
      high.add(sample.mean() + sample.halfWidth());
      n.add(sample.n());
    }
    return new LevelCurves.Curve(
        level,
        runs.size(),
        (int) runs.stream().filter(one -> one.run().diverged()).count(),
        (int) runs.stream().filter(one -> one.lack() == Lack.STOPPED).count(),
        at,
        mean,
        low,
        high,
        n);
  }

  /** Of one epoch's updates; NaN when they are not known. */
  private static double seconds(AskedRun run, long epoch) {
    Series seconds = run.history().getOrDefault(FairBudget.SECONDS, Series.EMPTY);
    for (int i = 0; i < seconds.size(); i++) {
      if (seconds.steps()[i] == epoch) {
        return seconds.values()[i];
      }
    }
    return Double.NaN;
  }
}
