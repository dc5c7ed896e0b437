package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages of sweeps and exercises are told, from a registry of recorded sweeps. */
final class UiSweepsTest {
  @TempDir private Path folder;
  private SeededSweeps sweeps;
  private SeededUi ui;
  private RawHttp http;

  @BeforeEach
  void serve() throws IOException {
    Path runs = Files.createDirectories(folder.resolve("runs"));
    sweeps = SeededSweeps.in(runs);
    ui = SeededUi.of(runs);
    http = new RawHttp(ui.server.url());
  }

  @AfterEach
  void stop() {
    ui.close();
    assertThat(ui.unexpected).isEmpty();
  }

  private JsonNode json(String path) throws IOException {
    RawHttp.Got got = http.get(path);
    assertThat(got.status()).as(got.body()).isEqualTo(200);
    return Json.parse(got.body(), JsonNode.class);
  }

  @Test
  void aSweepsTrialsComeWithTheirRuns() throws IOException {
    JsonNode table = json("/sweeps/" + SeededSweeps.SIZES + ".json");

    assertThat(table.path("sweep").path("counts").path("FINISHED").asInt()).isEqualTo(10);
    assertThat(table.path("sweep").path("reused").asInt()).isEqualTo(1);
    assertThat(table.path("sweep").path("stopped").asInt()).isEqualTo(1);
    assertThat(table.path("runs")).hasSize(12);
    assertThat(table.path("metrics").toString())
        .isEqualTo(
            "[\"test.accuracy\",\"time.train.wall\",\"validation.accuracy\",\"validation.loss\"]");
    JsonNode run =
        table.path("runs").path(table.path("sweep").path("trials").get(0).path("run").asText());
    assertThat(run.path("values")).hasSize(4);
    assertThat(run.path("values").get(1).asDouble()).isEqualTo(11);
    assertThat(run.path("seconds").asDouble()).isEqualTo(12);
    assertThat(run.has("epoch")).isFalse();
  }

  @Test
  void whatTheTrialsSayIsWhatTheAnswerCommandSays() throws IOException {
    JsonNode said = json("/sweeps/" + SeededSweeps.SIZES + "/answer.json");
    JsonNode printed =
        Json.parse(
            new RecordedRuns(ui.runs).say("answer", "sizes", "--json").out(), JsonNode.class);

    assertThat(said.path("answer")).isEqualTo(printed);
    assertThat(said.path("trouble").isNull()).isTrue();
    StringBuilder pieces = new StringBuilder();
    said.path("said").forEach(piece -> pieces.append(piece.path("text").asText()));
    assertThat(pieces.toString()).isEqualTo(printed.path("sentence").asText());
    assertThat(said.path("figures").has("level-curves")).isTrue();
    assertThat(said.path("figures").path("parallel-coordinates").path("lines")).hasSize(12);
    assertThat(said.path("importance").path("params").get(0).path("param").asText())
        .isEqualTo("training.batchSize");
    JsonNode sentences = json("/sentences.json?sweeps=" + SeededSweeps.SIZES);
    assertThat(sentences.path(SeededSweeps.SIZES).path("sentence").asText())
        .isEqualTo(printed.path("sentence").asText());
  }

  @Test
  void sweepsWithoutAnAnswerSayWhy() throws IOException {
    for (String id : new String[] {SeededSweeps.GOING, SeededSweeps.BROKEN, SeededSweeps.DRAWN}) {
      JsonNode said = json("/sweeps/" + id + "/answer.json");
      assertThat(said.path("answer").isNull()).as(id).isTrue();
      assertThat(said.path("trouble").asText()).as(id).isNotEmpty().doesNotContain("--");
      assertThat(json("/sentences.json?sweeps=" + id).path(id).path("trouble").asText())
          .isEqualTo(said.path("trouble").asText());
    }
    JsonNode drawn = json("/sweeps/" + SeededSweeps.DRAWN + "/answer.json");
    assertThat(drawn.path("figures").path("parallel-coordinates").path("axes")).hasSize(2);
    assertThat(
            drawn
                .path("importance")
                .path("params")
                .get(0)
                .path("explained")
                .path("method")
                .asText())
        .isEqualTo("rank squared");
  }

  @Test
  void whatASweepSaysChangesWithItsTrials() throws Exception {
    String going = SeededSweeps.GOING;
    assertThat(json("/sentences.json?sweeps=" + going).path(going).path("sentence").isNull())
        .isTrue();

    for (int number = 1; number <= 4; number++) {
      sweeps.goOn(number, number % 2 == 0 ? "16" : "64", 0.7 + 0.01 * number);
    }
    sweeps.end();

    Await.until(
        () ->
            json("/sentences.json?sweeps=" + going)
                .path(going)
                .path("sentence")
                .asText("")
                .contains("training.batchSize"),
        () -> "no sentence about the batch size");
    assertThat(json("/sweeps/" + going + ".json").path("sweep").path("status").asText())
        .isEqualTo("FINISHED");
  }

  @Test
  void sweepsAreMeantByTheirNamesAndUnknownOnesAreNotFound() throws IOException {
    assertThat(http.get("/sweeps/sizes").headers())
        .containsEntry("location", "/sweeps/" + SeededSweeps.SIZES);
    assertThat(http.get("/sweeps/nowhere").status()).isEqualTo(404);
    assertThat(http.get("/sweeps/nowhere.json").status()).isEqualTo(404);
    assertThat(http.get("/sentences.json").status()).isEqualTo(400);
  }

  @Test
  void theExercisesAreThoseOfTheCommand() throws IOException {
    JsonNode exercises = json("/exercises.json");

    assertThat(exercises).hasSize(8);
    assertThat(exercises.get(0).path("state").asText()).isEqualTo("not run");
    assertThat(exercises.get(0).path("spec").asText())
        .isEqualTo("experiments/exercises/1-batch-size.yaml");
    assertThat(exercises.get(0).path("recorded").path("answer").path("sentence").asText())
        .isNotEmpty();
  }

  @Test
  void theGlossaryHasEveryTermOfTheFile() throws IOException {
    long lines =
        Files.readAllLines(Path.of("..", "..", "docs", "glossary.md")).stream()
            .filter(line -> line.startsWith("- "))
            .count();

    assertThat(json("/glossary.json")).hasSize((int) lines);
    assertThat(http.get("/glossary").body())
        .contains("id=\"term-noise-floor\"", "href=\"#term-seed\"");
  }
}
