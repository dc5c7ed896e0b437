package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.epochal.core.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exercise, from its question to the page that keeps its answer. */
final class ExercisesIT {
  private static final String SWEEP =
      """
      sweep:
        parameters:
          training.batchSize: {values: [20, 100]}
        repeats: 2
        question:
          text: Does the batch size matter? Why?
          factor: training.batchSize
          also: [validation.loss, "epochsTo(validation.accuracy, 0.1)"]
          why: A small batch makes more updates.
      """;

  @TempDir private Path home;

  @Test
  void isRunAnsweredAndKept() throws Exception {
    Path folder = Files.createDirectories(home.resolve("experiments/exercises"));
    Path spec =
        Files.writeString(
            folder.resolve("1-size.yaml"), Specs.MLP.replace("name: tiny", "name: 1-size") + SWEEP);
    Program program = new Program(home);
    assertThat(program.run("exercises").out()).contains("not run yet");

    assertThat(program.run(spec).exit()).isZero();

    assertThat(program.run("exercises").out()).contains("answered: ");
    assertThat(program.run("exercises", "1").out())
        .contains("Does the batch size matter? Why?")
        .contains("answered by sweep 1-size-sweep-1")
        .contains("4 of 4 trials are over");

    Program.Result saved = program.run("exercises", "1", "--save");
    assertThat(saved.exit()).isZero();
    assertThat(saved.out()).contains("results/1-size.json").contains("README.md");

    JsonNode shown = program.run("exercises", "1", "--json").json();
    assertThat(shown.get("state").asText()).isEqualTo("answered");
    assertThat(shown.at("/recorded/dataset").asText()).isEqualTo("digits");
    assertThat(shown.at("/recorded/answer")).isEqualTo(shown.get("answer"));
    assertThat(Files.readString(folder.resolve("README.md")))
        .contains("## 1. Size")
        .contains("A small batch makes more updates.")
        .contains("4 trials finished, ");

    JsonNode kept = Json.mapper().readTree(folder.resolve("results/1-size.json").toFile());
    assertThat(kept.get("trials")).hasSize(4);
    assertThat(kept.at("/trials/0/run/history/validation.accuracy")).hasSize(3);
    assertThat(((ObjectNode) kept.get("environment")).toString()).doesNotContain(home.toString());

    Files.writeString(spec, Files.readString(spec).replace("epochs: 3", "epochs: 4"));
    Program.Result stale = program.run("exercises", "1", "--save");
    assertThat(stale.exit()).isEqualTo(2);
    assertThat(stale.err()).contains("none of what its spec asks for today");
  }
}
