package dev.epochal.runner.verify;

import dev.epochal.core.data.Split;
import dev.epochal.core.run.CheckpointName;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.DatasetRecord.SplitRecord;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.stats.FloatDifference;
import dev.epochal.core.stats.Predictions;
import dev.epochal.runner.machine.EnvironmentChange;
import dev.epochal.runner.verify.VerifyResult.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a verification has found so far, and what it comes to. */
final class Findings {
  private final RunRecord run;
  private final RecordedHistory history;
  private final long modelParameters;
  private final long within;
  private final Consumer<String> heard;
  private final List<EpochComparison> epochs = new ArrayList<>();
  private final SortedMap<String, Pair> data = new TreeMap<>();
  private final SortedMap<String, Pair> metrics = new TreeMap<>();
  private final SortedMap<String, PredictionDifference> predictions = new TreeMap<>();
  private final SortedMap<String, FloatDifference> parameters = new TreeMap<>();
  private final List<String> notCompared = new ArrayList<>();
  private List<EnvironmentChange> environment = List.of();
  private int metricsCompared;
  private long updates;
  private long updatesNotTold;
  private boolean stopped;
  private boolean otherEnd;
  private @Nullable Difference first;

  /**
   * @param heard is told of the first difference, at once
   */
  Findings(
      RunRecord run,
      RecordedHistory history,
      long modelParameters,
      long within,
      Consumer<String> heard) {
    this.run = run;
    this.modelParameters = modelParameters;
    this.history = history;
    this.within = within;
    this.heard = heard;
  }

  void notCompared(String what) {
    notCompared.add(what);
  }

  /** What may be why bits differ. */
  void environment(List<EnvironmentChange> changes) {
    environment = changes;
  }

  /** Whether the data are the same; if not, there is no use in training. */
  boolean data(DatasetRecord before, DatasetRecord now) {
    SplitRecord none = new SplitRecord(0, "none");
    for (Split split : Split.values()) {
      SplitRecord recorded = before.splits().getOrDefault(split.key(), none);
      SplitRecord found = now.splits().getOrDefault(split.key(), none);
      if (!recorded.equals(found)) {
        data.put(split.key(), new Pair(said(before, recorded), said(now, found)));
        differs(
            new Difference(
                0,
                null,
                "the content of " + split.key(),
                said(before, recorded),
                said(now, found)));
      }
    }
    return data.isEmpty();
  }

  private static String said(DatasetRecord dataset, SplitRecord split) {
    return "%d images of %s, sha256 %s".formatted(split.n(), dataset.used(), split.sha256());
  }

  /** The next update. */
  void update(int epoch, long update, double loss) {
    OptionalDouble before = history.loss(update);
    if (before.isEmpty()) {
      updatesNotTold++;
      return;
    }
    updates++;
    if (first == null && !MetricBits.same(before.getAsDouble(), loss)) {
      String was = Double.toString(before.getAsDouble());
      differs(new Difference(epoch, update, "the loss", was, Double.toString(loss)));
    }
  }

  /**
   * The next epoch.
   *
   * @param parametersNow their hash
   */
  void epoch(int epoch, SortedMap<String, Double> values, String parametersNow) {
    var before = history.epoch(epoch);
    if (before == null) {
      notCompared.add("epoch " + epoch + ", which the journal does not tell of");
      return;
    }
    boolean same = before.parameters().equals(parametersNow);
    if (!same) {
      String what = "the hash of the parameters";
      differs(new Difference(epoch, null, what, before.parameters(), parametersNow));
    }
    List<String> others = MetricBits.differing(before.metrics(), values);
    for (String name : others) {
      Double was = before.metrics().get(name);
      differs(
          new Difference(
              epoch, null, name, MetricBits.text(was), MetricBits.text(values.get(name))));
    }
    epochs.add(EpochComparison.of(epoch, same, others));
  }

  /** Training ended elsewhere. */
  void end(int epoch, String recorded, String now) {
    otherEnd = true;
    differs(new Difference(epoch, null, "the end of training", recorded, now));
  }

  /** The user wants no more. */
  void stopped() {
    stopped = true;
  }

  /**
   * Parameters of a model or a checkpoint.
   *
   * @param before null when they are not there
   */
  void parameters(String what, float @Nullable [] before, float[] now) {
    if (before == null) {
      return;
    }
    FloatDifference difference = FloatDifference.of(before, now);
    parameters.put(what, difference);
    if (!difference.isNone()) {
      differs(new Difference(lastEpoch(), null, "the parameters of " + what, null, null));
    }
  }

  /**
   * What the model says of a split.
   *
   * @param before null when it is not there
   */
  void predictions(Split split, @Nullable Predictions before, Predictions now) {
    if (before == null) {
      return;
    }
    if (before.n() != now.n() || before.classes() != now.classes()) {
      String what = "how many predictions of " + split.key() + " there are";
      differs(new Difference(lastEpoch(), null, what, counted(before), counted(now)));
      return;
    }
    PredictionDifference difference = PredictionDifference.of(before, now);
    predictions.put(split.key(), difference);
    if (difference.differing() > 0) {
      differs(new Difference(lastEpoch(), null, "the predictions of " + split.key(), null, null));
    }
  }

  private static String counted(Predictions predictions) {
    return "%d images of %d classes".formatted(predictions.n(), predictions.classes());
  }

  /**
   * Final metrics.
   *
   * @param all whether there must be no others; else the recorded ones that are among these count
   */
  void metrics(SortedMap<String, Double> now, boolean all) {
    SortedMap<String, Double> before = new TreeMap<>(run.metrics());
    SortedMap<String, Double> compared = new TreeMap<>(now);
    if (!all) {
      before.keySet().retainAll(now.keySet());
      compared.keySet().retainAll(before.keySet());
    }
    metricsCompared = (int) compared.keySet().stream().filter(MetricBits::isOfThePlan).count();
    for (String name : MetricBits.differing(before, compared)) {
      Pair pair = new Pair(MetricBits.text(before.get(name)), MetricBits.text(compared.get(name)));
      metrics.put(name, pair);
      differs(new Difference(lastEpoch(), null, name, pair.recorded(), pair.now()));
    }
  }

  /** Notes and says the first difference. */
  private void differs(Difference difference) {
    if (first == null) {
      first = difference;
      heard.accept("not the same: " + difference.sentence());
    }
  }

  private int lastEpoch() {
    return epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1).epoch();
  }

  private Verdict verdict() {
    if (stopped) {
      return new Verdict.Stopped(lastEpoch());
    }
    if (first == null) {
      return new Verdict.Identical();
    }
    long ulp = atTheEnd();
    return ulp > 0 && ulp <= within && !otherEnd
        ? new Verdict.Within(ulp)
        : new Verdict.Diverged(first.epoch());
  }

  /** How far the parameters are apart where the comparison ended; 0 when that is not known. */
  private long atTheEnd() {
    if (!parameters.containsKey("final") && !parameters.containsKey(checkpoint(lastEpoch()))) {
      return 0;
    }
    return parameters.values().stream().mapToLong(FloatDifference::maxUlp).max().orElse(0);
  }

  /** What a checkpoint's parameters are called. */
  static String checkpoint(int epoch) {
    return "checkpoints/" + new CheckpointName(epoch, 0).file();
  }

  VerifyResult result() {
    List<String> without = new ArrayList<>(notCompared);
    if (updatesNotTold > 0) {
      without.add(
          "the losses of %,d updates, which the journal does not tell of"
              .formatted(updatesNotTold));
    }
    return new VerifyResult(
        run.id(),
        run.name(),
        verdict(),
        within,
        epochs,
        history.lastEpoch(),
        modelParameters,
        updates,
        first,
        data,
        metrics,
        metricsCompared,
        predictions,
        parameters,
        environment,
        without);
  }
}
