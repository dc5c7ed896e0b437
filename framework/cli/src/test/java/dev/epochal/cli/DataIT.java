package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./run data}: what is said of data before anything is trained on them. */
final class DataIT {
  @TempDir Path home;

  @Test
  void aPersonReadsSourceShapeSplitsBalanceAndDuplicates() throws Exception {
    Program program = new Program(home);
    OwnData.idx(home.resolve("own"), 200, 2, 3, 5, 7);
    Path spec = program.spec("own.yaml", OwnData.spec("own"));
    Program.Result looked =
        program.run("data", spec, "data.classes=[cat, dog]", "data.subset.train=100");

    assertThat(looked.exit()).as(looked.err()).isZero();
    assertThat(looked.err()).isEmpty();
    assertThat(looked.out())
        .contains("idx (" + home.resolve("own") + ")")
        .contains("train-images.idx, train-labels.idx: 200 images")
        .contains("5 × 7 pixels", "3 channels", "uint8")
        .contains("cat", "dog", "(blind: counts alone)")
        .containsPattern("train +160 +100 ")
        .containsPattern("train is unbalanced, so accuracy misleads: answering \"cat\"")
        .contains("duplicates");
    assertThat(looked.out().lines().filter(line -> !line.contains(home.toString())))
        .allMatch(line -> line.length() <= 80);
    assertThat(program.runs()).doesNotExist();
  }

  @Test
  void aProgramReadsTheSameWithDuplicatesByRow() throws Exception {
    Program program = new Program(home);
    OwnData.idx(home.resolve("own"), 200, 2, 3, 5, 7);
    Path spec = program.spec("own.yaml", OwnData.spec("own"));
    // Rows 0 and 199 are one image; some seed sends them to two splits.
    JsonNode seen = null;
    for (int seed = 1;
        seed <= 20 && (seen == null || seen.path("inTwoSplits").asInt() == 0);
        seed++) {
      seen = program.run("data", spec, "--json", "seed=" + seed, "--item", "train:0").json();
    }

    assertThat(seen.path("inTwoSplits").asInt()).isEqualTo(1);
    assertThat(seen.at("/duplicates/0/items").findValuesAsText("row"))
        .containsExactlyInAnyOrder("0", "199");
    assertThat(seen.at("/shape/channels").asInt()).isEqualTo(3);
    assertThat(seen.at("/splits/train/counts")).hasSize(2);
    assertThat(seen.at("/splits/train/majority/accuracy").asDouble()).isBetween(0.6, 0.9);
    assertThat(seen.at("/splits/test").has("majority")).isFalse();
    JsonNode item = seen.at("/items/0");
    assertThat(item.path("item").asText()).isEqualTo("train:0");
    int label = Math.max(0, item.path("row").asInt() % 4 - 2);
    assertThat(item.path("label").asInt()).isEqualTo(label);
  }

  @Test
  void itemsThatCannotBeToldOfAreRefusedTogether() throws Exception {
    Program program = new Program(home);
    Path spec = program.spec("tiny.yaml", Specs.MLP);
    Program.Result looked =
        program.run("data", spec, "--item", "test:3", "--item", "train:200", "--item", "x");

    assertThat(looked.exit()).isEqualTo(2);
    assertThat(looked.out()).isEmpty();
    assertThat(looked.err())
        .contains("--item must be of train or validation but was test:3: the test split is blind")
        .contains(
            "--item must be at most train:199, the last image that is used, but was train:200")
        .contains("--item must be a split and a position in it, from 0, but was \"x\"")
        .contains("3 problems");
  }

  @Test
  void aFallbackIsSaidFirst() throws Exception {
    Program program = new Program(home);
    Path spec =
        program.spec(
            "mnist.yaml",
            Specs.MLP.replace("dataset: digits", "dataset: mnist\n  fallback: digits"));
    Program.Result looked = program.run("data", spec);

    assertThat(looked.out()).startsWith("!!! FALLBACK DATA: digits instead of mnist (");
  }

  @Test
  void noClassOfNd4jIsLoaded() throws Exception {
    Program program = new Program(home);
    Path spec = program.spec("tiny.yaml", Specs.MLP);
    Program.Result looked = program.runWith("-Xlog:class+load:stderr", "data", spec);

    assertThat(looked.exit()).isZero();
    assertThat(looked.err())
        .contains("dev.epochal.engine.dataset.Datasets")
        .doesNotContain(" org.nd4j.", " org.deeplearning4j.", " org.datavec.", " org.bytedeco.");
  }
}
