package dev.epochal.runner;

import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.Planner;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.engine.network.Network;
import dev.epochal.registry.folder.Processes;
import dev.epochal.registry.folder.RunInputs;
import dev.epochal.registry.folder.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs of a network of one layer, to be recorded. */
final class TinyRuns {
  private static final String SPEC =
      """
      name: tiny
      data: {dataset: digits, subset: {train: 40, validation: 20, test: 20}}
      network: {layers: [{name: out, type: output}]}
      training: {batchSize: 20, epochs: 3, updater: {type: sgd, learningRate: 0.05}}
      evaluate: {figures: []}
      """;

  private TinyRuns() {}

  static PlannedRun planned(Path home, String... overrides) throws IOException {
    Path spec = Files.writeString(home.resolve("tiny.yaml"), SPEC);
    return Planner.plan(spec, Arrays.asList(overrides));
  }

  static Network network(RunPlan plan) {
    return Network.create(plan.network(), plan.training().updater(), plan.seeds());
  }

  static RunRecorder recorder(Path home, RunPlan plan) {
    RunRecord record =
        new RunRecord(
            RunId.random(),
            "tiny",
            "tiny",
            RunStatus.RUNNING,
            1,
            plan.sha256(),
            Instant.now(),
            null,
            null,
            Processes.current(),
            null,
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(),
            List.of());
    return RunRecorder.start(
        home.resolve("runs"), record, new RunInputs(SPEC, plan, Map.of(), null));
  }

  /** What could not be recorded. */
  static List<String> errors(RunRecorder recorder) {
    return recorder.finish(RunStatus.FINISHED, null, new TreeMap<>()).recordingErrors();
  }
}
