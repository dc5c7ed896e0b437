package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code validate} says of specs that are right, and of several at once. */
final class ValidateTest {
  @TempDir Path folder;

  private Path good;
  private Path child;
  private Path bad;
  private String out = "";
  private String err = "";

  @BeforeEach
  void specs() throws IOException {
    good = Files.writeString(folder.resolve("good.yaml"), BadSpec.GOOD);
    child = Files.writeString(folder.resolve("child.yaml"), "extends: good.yaml\nname: child\n");
    bad =
        Files.writeString(
            folder.resolve("bad.yaml"), BadSpec.GOOD.replace("epochs: 3", "epochs: 0"));
  }

  @Test
  void saysWhatSetEachValue() {
    assertThat(validate(child, "variant=wide", "seed=5", "~network.layers.drop")).isZero();

    assertThat(out)
        .startsWith(child + " is valid\n")
        .containsPattern("name +child +" + child + ":2:7\n")
        .containsPattern("training.batchSize +10 +" + good + ":17:14\n")
        .containsPattern("training.shuffle +true +default\n")
        .containsPattern("seed +5 +command line\n")
        .containsPattern("seeds.init +\\d+ +derived from seed\n")
        .containsPattern("layers.fc.nOut +64 +variant wide \\(" + good + ":24:34\\)\n")
        .containsPattern("conv +convolution2d +\\[4, 26, 26\\] +40\n")
        .contains("44,018 parameters in all")
        .doesNotContain("layers.drop");
    assertThat(err).isEmpty();
  }

  @Test
  void saysTheSameAsJson() throws IOException {
    assertThat(validate(good, "--json")).isZero();

    JsonNode spec = Json.parse(out, JsonNode.class).get(0);
    assertThat(spec.path("spec").asText()).isEqualTo(good.toString());
    assertThat(spec.path("valid").asBoolean()).isTrue();
    assertThat(spec.path("problems")).isEmpty();
    assertThat(spec.at("/settings/training.epochs/origin").asText()).isEqualTo(good + ":18:11");
    assertThat(spec.at("/layers/0/type").asText()).isEqualTo("convolution2d");
    assertThat(spec.at("/layers/0/output")).hasToString("[4,26,26]");
    assertThat(spec.at("/layers/0/parameters").asLong()).isEqualTo(40);
    assertThat(spec.path("parameters").asLong()).isPositive();
    assertThat(spec.at("/plan/variant").asText()).isEqualTo("base");
  }

  @Test
  void saysHowManyTrialsASweepHas() throws IOException {
    Path sweep =
        Files.writeString(
            folder.resolve("sweep.yaml"),
            BadSpec.GOOD
                + "sweep: {parameters: {training.epochs: {values: [1, 2]}}, repeats: 3}\n");
    assertThat(validate(sweep)).isZero();
    assertThat(out).startsWith(sweep + " is valid: a sweep of 6 trials, which ./run ");
    out = "";
    assertThat(validate(sweep, "--json")).isZero();
    assertThat(Json.parse(out, JsonNode.class).at("/0/trials").asInt()).isEqualTo(6);
    assertThat(Json.parse(out, JsonNode.class).at("/0/plan/training/epochs").asInt()).isEqualTo(3);
  }

  @Test
  void reportsEachOfSeveralSpecs() throws IOException {
    Path worse = Files.writeString(folder.resolve("worse.yaml"), "name: a/b\n");

    assertThat(validate(bad, good, worse, "--json")).isEqualTo(2);

    JsonNode all = Json.parse(out, JsonNode.class);
    assertThat(all.findValuesAsText("valid")).containsExactly("false", "true", "false");
    assertThat(all.at("/0/problems/0/key").asText()).isEqualTo("training.epochs");
    assertThat(all.at("/0/problems/0/place").asText()).isEqualTo(bad + ":18:11");
    assertThat(all.at("/2/problems")).hasSize(3);
    assertThat(err)
        .contains(bad + ":18:11: training.epochs must be at least 1 but was 0\n")
        .contains(worse + ":1:7: name must be letters")
        .contains("4 problems");
  }

  @Test
  void needsASpec() {
    assertThat(validate("seed=1")).isEqualTo(2);
    assertThat(err).contains("validate needs a spec");
  }

  @Test
  void printsTheSchema() throws IOException {
    assertThat(validate("--schema")).isZero();
    assertThat(Json.parse(out, JsonNode.class).path("definitions").has("training")).isTrue();
  }

  private int validate(Object... words) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(outBytes, true, StandardCharsets.UTF_8),
            new PrintStream(errBytes, true, StandardCharsets.UTF_8),
            Map.of());
    String[] arguments = new String[words.length + 1];
    arguments[0] = "validate";
    for (int i = 0; i < words.length; i++) {
      arguments[i + 1] = words[i].toString();
    }
    int exit = Main.run(console, arguments);
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return exit;
  }
}
