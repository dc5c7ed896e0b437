package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.data.Split;
import dev.epochal.core.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same experiment gives the same bits; another seed gives others. */
final class ReproductionIT {
  @TempDir static Path home;

  private static Program program;
  private static JsonNode first;
  private static JsonNode again;
  private static JsonNode otherSeed;
  private static JsonNode otherInit;

  @BeforeAll
  static void fourRunsOfOneExperiment() throws Exception {
    program = new Program(home);
    Path spec = program.spec("tiny.yaml", Specs.MLP);
    first = trained(spec);
    again = trained(spec);
    otherSeed = trained(spec, "seed=12");
    otherInit = trained(spec, "seeds.init=7");
  }

  private static JsonNode trained(Path spec, String... overrides) throws Exception {
    Object[] arguments = new Object[overrides.length + 2];
    arguments[0] = spec;
    System.arraycopy(overrides, 0, arguments, 1, overrides.length);
    arguments[arguments.length - 1] = "--json";
    Program.Result ran = program.run(arguments);
    assertThat(ran.exit()).as(ran.err()).isZero();
    return ran.json();
  }

  @Test
  void theSameSpecHasTheSameParametersAfterEveryEpoch() {
    assertThat(first.path("hashes")).hasSize(4).isEqualTo(again.path("hashes"));
    assertThat(first.path("hashes").path("0")).isNotEqualTo(first.path("hashes").path("3"));
    assertThat(first.at("/history/iteration.loss")).isEqualTo(again.at("/history/iteration.loss"));
  }

  @Test
  void theSameSpecPredictsTheSameToTheByte() {
    for (Split split : Split.values()) {
      for (String what : List.of("labels", "predicted", "probabilities", "indices")) {
        assertThat(folder(first).predictions(split, what))
            .hasSameBinaryContentAs(folder(again).predictions(split, what));
      }
    }
  }

  @Test
  void theSameSpecRunAgainHasANameAndAnIdOfItsOwn() {
    assertThat(first.path("name").asText()).isEqualTo("tiny-1");
    assertThat(again.path("name").asText()).isEqualTo("tiny-2");
    assertThat(again.path("id")).isNotEqualTo(first.path("id"));
  }

  @Test
  void anotherSeedChangesTheParametersAndTheSplit() {
    for (String epoch : List.of("0", "1", "2", "3")) {
      assertThat(hash(otherSeed, epoch)).isNotEqualTo(hash(first, epoch));
    }
    assertThat(fingerprint(otherSeed, "test")).isNotEqualTo(fingerprint(first, "test"));
  }

  @Test
  void anotherSeedOfTheInitialWeightsLeavesTheSplitAsItIs() {
    assertThat(hash(otherInit, "0")).isNotEqualTo(hash(first, "0"));
    for (Split split : Split.values()) {
      assertThat(fingerprint(otherInit, split.key())).isEqualTo(fingerprint(first, split.key()));
    }
  }

  private static RunFolder folder(JsonNode run) {
    return RunFolder.of(program.runs(), run.path("id").asText());
  }

  private static String hash(JsonNode run, String epoch) {
    return run.path("hashes").path(epoch).asText();
  }

  private static String fingerprint(JsonNode run, String split) {
    return run.at("/dataset/splits/" + split + "/sha256").asText();
  }
}
