package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trials of a sweep, listed before anything is trained. */
final class DryRunTest {
  @TempDir private Path folder;
  private Path spec;

  @BeforeEach
  void aSpec() throws Exception {
    spec = Files.writeString(folder.resolve("x.yaml"), BadSpec.GOOD);
  }

  @Test
  void listsEveryTrial() {
    RecordedRuns.Said said = run("training.batchSize=10,20", "seed=1..3", "--dry-run");

    assertThat(said.exit()).isZero();
    assertThat(said.err())
        .startsWith("They would train ")
        .endsWith("; how long that takes, no finished run of this machine tells yet\n");
    assertThat(said.out().lines().toList())
        .hasSize(9)
        .first()
        .asString()
        .startsWith("trial  training.batchSize  seed");
    assertThat(said.out()).endsWith("6 trials\n");
  }

  @Test
  void listsThemForProgramsWithTheirPlans() throws Exception {
    RecordedRuns.Said said = run("variant=base,wide", "--dry-run", "--json");

    JsonNode trials = Json.mapper().readTree(said.out());
    assertThat(trials).hasSize(2);
    assertThat(trials.get(0).fieldNames()).toIterable().containsExactly("values", "planSha256");
    assertThat(trials.get(1).at("/values/variant").asText()).isEqualTo("wide");
    assertThat(trials.get(0).get("planSha256").asText())
        .hasSize(64)
        .isNotEqualTo(trials.get(1).get("planSha256").asText());
  }

  @Test
  void oneRunIsAListOfOne() throws Exception {
    RecordedRuns.Said said = run("--dry-run", "--json");

    JsonNode trials = Json.mapper().readTree(said.out());
    assertThat(said.exit()).isZero();
    assertThat(trials).hasSize(1);
    assertThat(trials.get(0).get("values")).isEmpty();
    assertThat(trials.get(0).get("planSha256").asText()).hasSize(64);
    assertThat(said.err()).startsWith("one run, of plan ");
  }

  @Test
  void ofThoseThatBayesChoosesTheFirst() throws Exception {
    Files.writeString(
        spec,
        BadSpec.GOOD
            + """
            sweep:
              method: bayes
              parameters:
                training.updater.learningRate: {distribution: log_uniform_values, min: 1e-3, max: 1}
              run_cap: 30
            """);
    RecordedRuns.Said said = run("--dry-run");

    assertThat(said.out()).endsWith("30 trials (the rest is chosen by what these yield)\n");
    assertThat(said.out().lines().toList()).hasSize(13);
  }

  @Test
  void everyTrialsProblemIsSaidOnce() {
    RecordedRuns.Said said = run("training.batchSize=10,500,600", "--dry-run");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err().lines().toList())
        .containsExactly(
            "command line: training.batchSize must be at most 100, the images used for training,"
                + " but was 500",
            "command line: training.batchSize must be at most 100, the images used for training,"
                + " but was 600",
            "2 problems");
  }

  private RecordedRuns.Said run(String... words) {
    List<String> line = new ArrayList<>(List.of("run", spec.toString()));
    line.addAll(List.of(words));
    return new RecordedRuns(folder.resolve("runs")).say(line.toArray(String[]::new));
  }
}
