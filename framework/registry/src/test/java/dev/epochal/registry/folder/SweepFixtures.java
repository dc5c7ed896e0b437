package dev.epochal.registry.folder;

import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.TrialRecord;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.sweep.Question;
import dev.epochal.core.sweep.Search;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.core.sweep.SweepMethod;
import dev.epochal.core.sweep.SweepPlan;
import dev.epochal.core.sweep.SweepRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Small sweeps to record: of seeds, by the loss of validation. */
public final class SweepFixtures {
  private SweepFixtures() {}

  /** A sweep of this process that starts now. */
  public static SweepRecord sweep(String name, int trials) {
    return sweep(name, trials, Processes.current());
  }

  public static SweepRecord sweep(String name, int trials, ProcessRecord process) {
    List<Map<String, String>> values =
        IntStream.rangeClosed(1, trials)
            .<Map<String, String>>mapToObj(SweepFixtures::values)
            .toList();
    return new SweepRecord(
        RunId.random(),
        name,
        "baseline",
        RunStatus.RUNNING,
        Instant.now(),
        null,
        null,
        process,
        new SweepPlan(
            "baseline",
            SweepMethod.GRID,
            new Search.Listed(values),
            "validation.loss",
            Goal.MIN,
            null,
            new Question(null, "seed", "validation.accuracy", null, Double.NaN)),
        List.of(),
        2,
        1,
        false);
  }

  public static SortedMap<String, String> values(int number) {
    return new TreeMap<>(Map.of("seed", Integer.toString(number)));
  }

  /** A run that is made for a sweep. */
  public static RunRecord trial(SweepRecord sweep, int number) {
    RunRecord run = Fixtures.record(sweep.name() + "-" + number);
    return new RunRecord(
        run.id(),
        run.name(),
        run.experiment(),
        run.status(),
        run.seed(),
        run.planSha256(),
        run.started(),
        null,
        null,
        run.process(),
        null,
        run.params(),
        run.metrics(),
        run.tags(),
        List.of(),
        List.of(),
        null,
        new TrialRecord(sweep.id(), number, values(number), true));
  }

  public static SweepEntry.Assigned assigned(int number, String run, boolean reused) {
    return new SweepEntry.Assigned(number, values(number), "hash", run, reused, Instant.now());
  }
}
