package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.RunFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens where MNIST cannot be had. */
final class FallbackIT {
  private static final String LOUD = "!!! FALLBACK DATA: digits instead of mnist (";

  @TempDir Path home;

  @Test
  void drawnDigitsStandInAndThatIsSaidEverywhere() throws Exception {
    Program program = new Program(home);
    Path spec =
        program.spec(
            "mnist.yaml",
            Specs.MLP.replace("dataset: digits", "dataset: mnist\n  fallback: digits"));
    Program.Result ran = program.run(spec, "training.epochs=1");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).containsSubsequence(LOUD, "epoch 1/1", LOUD);
    assertThat(program.run("show", "latest").out()).contains(LOUD);
    assertThat(program.run("list").out()).contains("digits (FALLBACK for mnist)");

    RunFolder folder = new RunFolder(program.runFolders().get(0));
    JsonNode dataset = Json.read(folder.record(), JsonNode.class).path("dataset");
    assertThat(dataset.path("requested").asText()).isEqualTo("mnist");
    assertThat(dataset.path("used").asText()).isEqualTo("digits");
    assertThat(dataset.path("reason").asText()).contains("could not be downloaded");
    for (String figure : new String[] {"loss-history", "confusion-matrices"}) {
      assertThat(
              Json.read(folder.figureData(figure), JsonNode.class).at("/subject/notice").asText())
          .startsWith("FALLBACK DATA: digits instead of mnist");
    }
    assertThat(folder.log()).content().contains("FALLBACK DATA");
  }

  @Test
  void withoutAFallbackItFailsWithWhatWouldHelpAndLeavesNothing() throws Exception {
    Program program = new Program(home);
    Path spec = program.spec("mnist.yaml", Specs.MLP.replace("dataset: digits", "dataset: mnist"));
    Program.Result ran = program.run(spec);
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("could not be downloaded", "EPOCHAL_DATA", "data.fallback: digits")
        .doesNotContain("\tat ");
    assertThat(program.runs()).doesNotExist();
  }
}
