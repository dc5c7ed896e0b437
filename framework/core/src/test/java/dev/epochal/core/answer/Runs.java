package dev.epochal.core.answer;

import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Runs as plain values, made one by one. */
final class Runs {
  private final List<AskedRun> all = new ArrayList<>();

  List<AskedRun> all() {
    return List.copyOf(all);
  }

  /** The next run: what was set, in pairs of key and value. */
  Made run(String... set) {
    return new Made(set);
  }

  /** A run in the making. */
  final class Made {
    private final SortedMap<String, String> params = new TreeMap<>(Map.of("seed", "1"));
    private final SortedMap<String, String> others = new TreeMap<>();
    private final SortedMap<String, Double> metrics = new TreeMap<>();
    private final SortedMap<String, Series> history = new TreeMap<>();
    private int updates;
    private String hash;

    private Made(String... set) {
      for (int i = 0; i < set.length; i += 2) {
        params.put(set[i], set[i + 1]);
      }
    }

    Made metric(String name, double value) {
      metrics.put(name, value);
      return this;
    }

    /** A value per epoch. */
    Made history(String name, double... values) {
      history.put(name, new Series(LongStream.rangeClosed(1, values.length).toArray(), values));
      return this;
    }

    Made updatesPerEpoch(int n) {
      updates = n;
      return this;
    }

    Made parameters(String sha256) {
      hash = sha256;
      return this;
    }

    Made environment(String name, String value) {
      others.put(name, value);
      return this;
    }

    void finished() {
      add(RunStatus.FINISHED, false, false);
    }

    void diverged() {
      add(RunStatus.FAILED, true, false);
    }

    void stoppedEarly() {
      add(RunStatus.KILLED, false, true);
    }

    void ended(RunStatus status) {
      add(status, false, false);
    }

    private void add(RunStatus status, boolean diverged, boolean stopped) {
      SortedMap<String, String> factors = new TreeMap<>(params);
      factors.putAll(others);
      all.add(
          new AskedRun(
              "run " + all.size(),
              status,
              diverged,
              stopped,
              Instant.ofEpochSecond(all.size()),
              params,
              factors,
              metrics,
              history,
              updates,
              hash));
    }
  }
}
