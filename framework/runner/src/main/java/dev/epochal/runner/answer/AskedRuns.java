package dev.epochal.runner.answer;

import dev.epochal.core.answer.AskedRun;
import dev.epochal.core.data.Split;
import dev.epochal.core.run.ProcessDeath;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.Series;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import dev.epochal.registry.SweepTrial;
import dev.epochal.runner.Divergence;
import dev.epochal.runner.compare.Factor;
import dev.epochal.runner.compare.Factors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes plain values of recorded runs, so that a question can be put to them. */
final class AskedRuns {
  private final Registry registry;

  /** By run: what its sweep set. */
  private final Map<String, SortedMap<String, String>> set = new HashMap<>();

  private final Set<String> stoppedEarly = new HashSet<>();

  AskedRuns(Registry registry) {
    this.registry = registry;
  }

  /** The runs of trials; those that a sweep set are named as there, {@code variant=base} too. */
  List<AskedRun> ofTrials(List<SweepTrial> trials, Collection<String> histories) {
    List<String> ids = new ArrayList<>();
    for (SweepTrial trial : trials) {
      if (trial.status() != null) {
        ids.add(trial.run());
        set.put(trial.run(), trial.values());
        stopped(trial);
      }
    }
    return of(registry.outlines(ids), histories);
  }

  /** Any runs. */
  List<AskedRun> ofRuns(List<String> ids, Collection<String> histories) {
    List<RunDetail> runs = registry.outlines(ids);
    runs.stream()
        .filter(run -> run.summary().status() != RunStatus.FINISHED)
        .map(run -> run.summary().sweep())
        .filter(Objects::nonNull)
        .distinct()
        .forEach(
            sweep ->
                registry.sweeps().find(sweep).map(registry.sweeps()::show).stream()
                    .flatMap(found -> found.trials().stream())
                    .forEach(this::stopped));
    return of(runs, histories);
  }

  /** Also one that was found dead after it had been told to stop: the sweep is done with it. */
  private void stopped(SweepTrial trial) {
    if (trial.stopped() != null
        && (trial.status() == RunStatus.KILLED
            || trial.status() == RunStatus.CRASHED
            || ProcessDeath.isTheReason(trial.reason()))) {
      stoppedEarly.add(trial.run());
    }
  }

  private List<AskedRun> of(List<RunDetail> runs, Collection<String> needed) {
    Map<String, SortedMap<String, Series>> histories =
        registry.histories(runs.stream().map(run -> run.summary().id()).toList(), needed);
    List<SortedMap<String, String>> factors = factors(runs);
    List<AskedRun> asked = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      RunDetail run = runs.get(i);
      String id = run.summary().id();
      asked.add(
          new AskedRun(
              id,
              run.summary().status(),
              run.summary().status() == RunStatus.FAILED && Divergence.isTheReason(run.reason()),
              stoppedEarly.contains(id),
              run.summary().started(),
              run.summary().params(),
              factors.get(i),
              run.summary().metrics(),
              histories.getOrDefault(id, new TreeMap<>()),
              updatesPerEpoch(run),
              run.hashes().values().stream().reduce((one, next) -> next).orElse(null)));
    }
    return asked;
  }

  /** Every factor of every run; what one run has alone is there for all. */
  private List<SortedMap<String, String>> factors(List<RunDetail> runs) {
    List<SortedMap<String, String>> all = new ArrayList<>();
    Map<String, String> references = new LinkedHashMap<>();
    List<List<Factor>> factors = runs.isEmpty() ? List.of() : Factors.ofEach(runs.get(0), runs);
    for (List<Factor> ofRun : factors) {
      SortedMap<String, String> own = new TreeMap<>();
      for (Factor factor : ofRun) {
        own.put(factor.name(), factor.run());
        references.put(factor.name(), factor.reference());
      }
      all.add(own);
    }
    Set<String> keys = new TreeSet<>();
    set.values().forEach(values -> keys.addAll(values.keySet()));
    for (int i = 0; i < runs.size(); i++) {
      Map<String, String> own = all.get(i);
      references.forEach(own::putIfAbsent);
      // What a sweep set as a whole is one factor, and not one for each of its keys.
      own.keySet()
          .removeIf(
              name ->
                  !keys.contains(name)
                      && keys.stream().anyMatch(key -> name.startsWith(key + ".")));
      own.putAll(set.getOrDefault(runs.get(i).summary().id(), new TreeMap<>()));
    }
    return all;
  }

  private static int updatesPerEpoch(RunDetail run) {
    String batch = run.summary().params().get("training.batchSize");
    if (run.dataset() == null || batch == null) {
      return 0;
    }
    var train = run.dataset().splits().get(Split.TRAIN.key());
    int size = Integer.parseInt(batch);
    return train == null || size < 1 ? 0 : (train.n() + size - 1) / size;
  }
}
