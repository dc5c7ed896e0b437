package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.epochal.core.data.Split;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What must hold of a run that was killed and went on, beside one that never stopped. */
final class ResumedRuns {
  /** Everything that could go wrong: dropout, Adam, a schedule, a last batch that is smaller. */
  static final String SPEC =
      """
      name: killed
      seed: 11
      data:
        dataset: digits
        subset: {train: 230, validation: 100, test: 100}
      network:
        layers:
          - {name: hidden, type: dense, nOut: 16, activation: relu}
          - {name: drop, type: dropout, rate: 0.2}
          - {name: out, type: output}
      training:
        batchSize: 50
        epochs: 24
        updater:
          type: adam
          learningRate: 0.01
          schedule: {type: exponential, factor: 0.95, per: epoch}
        earlyStopping: {metric: validation.loss, patience: 20}
        checkpoint: {every: 3, keep: 2}
      evaluate:
        figures: [loss-history, confusion-matrices, parameter-histograms]
      """;

  private ResumedRuns() {}

  /** The numbers of {@code show --json}: all but times and what the machine did. */
  static void assertSame(JsonNode straight, JsonNode resumed) throws Exception {
    assertThat(resumed.path("status").asText()).isEqualTo("FINISHED");
    assertThat(resumed.path("hashes")).isEqualTo(straight.path("hashes"));
    assertThat(numbers(resumed, "metrics")).isEqualTo(numbers(straight, "metrics"));
    assertThat(numbers(resumed, "history")).isEqualTo(numbers(straight, "history"));
    RunFolder expected = new RunFolder(Path.of(straight.path("folder").asText()));
    RunFolder actual = new RunFolder(Path.of(resumed.path("folder").asText()));
    for (Split split : Split.values()) {
      for (String what : List.of("labels", "predicted", "probabilities", "indices")) {
        assertThat(actual.predictions(split, what))
            .hasSameBinaryContentAs(expected.predictions(split, what));
      }
    }
    for (String figure : List.of("loss-history", "confusion-matrices", "parameter-histograms")) {
      assertThat(shown(actual, figure)).isEqualTo(shown(expected, figure));
    }
  }

  /** A figure's data but for whose they are. */
  private static JsonNode shown(RunFolder folder, String figure) {
    ObjectNode data = Json.read(folder.figureData(figure), ObjectNode.class);
    data.remove("subject");
    return data;
  }

  private static ObjectNode numbers(JsonNode run, String of) {
    ObjectNode numbers = run.path(of).deepCopy();
    List<String> names = new ArrayList<>();
    numbers.fieldNames().forEachRemaining(names::add);
    // Which updates are reported to the training UI depends on how long a report takes.
    names.removeIf(
        name -> !name.matches("time\\..*|system\\..*|.*\\.seconds|iteration\\.updateRatio\\..*"));
    return numbers.remove(names);
  }

  /** Every artifact of a run is as its record says, and nothing half-written lies about. */
  static void assertWhole(RunFolder folder) throws Exception {
    RunRecord record = Json.read(folder.record(), RunRecord.class);
    assertThat(record.artifacts()).isNotEmpty();
    for (ArtifactRecord artifact : record.artifacts()) {
      assertThat(folder.path().resolve(artifact.name())).hasDigest("SHA-256", artifact.sha256());
    }
    try (Stream<Path> all = Files.walk(folder.path())) {
      assertThat(all.map(Path::toString)).noneMatch(file -> file.contains(".tmp-"));
    }
  }
}
