package dev.epochal.registry;

import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import dev.epochal.registry.folder.SweepFixtures;
import dev.epochal.registry.folder.SweepRecorder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of runs whose registry is open, and sweeps in it with trials that ran. */
abstract class RegisteredSweeps {
  static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  @TempDir Path runs;

  final List<String> notices = new ArrayList<>();
  Registry registry;

  @BeforeEach
  void open() {
    registry = Registry.in(runs, notices::add);
  }

  SweepRecorder started(String name, int trials) {
    return registry
        .sweeps()
        .register(
            SweepFixtures.sweep(name, trials),
            named -> SweepRecorder.start(runs, named, "name: baseline\n"));
  }

  RunRecorder begun(SweepRecorder sweep, int number) {
    RunRecord trial = SweepFixtures.trial(sweep.record(), number);
    sweep.add(SweepFixtures.assigned(number, trial.id(), false));
    RunRecorder recorder =
        registry.register(trial, run -> RunRecorder.start(runs, run, Fixtures.inputs()));
    recorder.dataset(Fixtures.fallback());
    return recorder;
  }

  /** A trial that is over, with a loss. */
  RunRecord finished(SweepRecorder sweep, int number, double loss) {
    RunRecord run =
        begun(sweep, number)
            .finish(RunStatus.FINISHED, null, new TreeMap<>(Map.of("validation.loss", loss)));
    registry.finish(run);
    return run;
  }

  SweepRecord over(SweepRecorder sweep) {
    SweepRecord record = sweep.finish(RunStatus.FINISHED, null);
    registry.sweeps().finish(record);
    return record;
  }
}
