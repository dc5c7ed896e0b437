package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.epochal.core.CommittedFile;
import dev.epochal.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What an editor says of specs by the schema, as far as it can know, is what planning says. */
final class SchemaValidationTest {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(SpecSchema.json());

  @TempDir Path folder;

  static Stream<Path> shipped() throws IOException {
    return Files.list(CommittedFile.EXPERIMENTS).filter(file -> file.toString().endsWith(".yaml"));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void takesWhatIsShipped(Path spec) throws IOException {
    String text = Files.readString(spec);

    assertThat(problems(text)).isEmpty();
    assertThat(text).startsWith("# yaml-language-server: $schema=spec.schema.json\n");
    assertThat(Planner.plan(spec, List.of()).plan()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "description: null\n",
        "variants: {wide: {network.layers.fc.nOut: 9, training: {epochs: 2}}}\nvariant: wide\n",
        "variants: {narrow: {network: {layers: [{name: fc, nOut: 2}]}}}\n",
        "variants: {bare: {~network.layers.drop: }}\n",
        "variants: {bare: {network: {layers: {~drop: , d: {after: fc, type: dropout, rate: 0.1}}}}}\n",
        "training.onNonFinite: continue\n",
      })
  void takesGoodSpecs(String more) throws IOException {
    assertThat(problems(GOOD + more)).isEmpty();
    assertThat(SpecFixture.planned(folder, GOOD + more).plan()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "network: {layers: [{name: fc, nOut: 9}]}\n",
        "network: {layers: {fc: {nOut: 9}}}\n",
        "network: {layers: {~drop: }}\n",
        "network: {layers: {drop: null}}\n",
        "network: {layers: {d: {after: fc, type: dropout, rate: 0.1}}}\n",
        "network: {layers: {d: {first: true, type: dropout, rate: 0.1}}}\n",
        "network: {layers: [{name: d, before: fc, type: dropout, rate: 0.1}]}\n",
        "network.layers.fc.nOut: 9\n",
        "~training.updater:\n",
        "~training:\n",
        "training: {updater: {learningRate: 0.3}}\n",
        "training: {batchSize: null, ~epochs: }\n",
        "data: {normalize: {min: 0, max: 1}}\n",
        "evaluate: {figures: [loss-history]}\n",
        "tags: {year: 2024, ready: yes}\n",
      })
  void takesGoodSpecsThatExtendAnother(String text) throws IOException {
    SpecFixture.file(folder, "base.yaml", GOOD);
    String spec = "extends: base.yaml\nname: 7\n" + text;

    assertThat(problems(spec)).isEmpty();
    assertThat(SpecFixture.planned(folder, spec).plan()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batchSize: 10 | batchSzie: 10",
        "batchSize: 10 | batch_size: 10",
        "batchSize: 10 | batchSize: 0",
        "batchSize: 10 | batchSize: ten",
        "epochs: 3 | epochs: 1.5",
        "epochs: 3 | epochs: 2000000",
        "epochs: 3 | shuffle: 'no'",
        "name: bad | name: a/b",
        "name: bad | title: bad",
        "dataset: digits | dataset: mnsit",
        "dataset: digits | path: x",
        "train: 0.8 | train: 1.5",
        "train: 0.8 | train: -0.5",
        "train: 100 | train: 0",
        "normalize: unit | normalize: units",
        "normalize: unit | normalize: {min: 3}",
        "normalize: unit | normalize: [unit]",
        "weightInit: xavier | weightInit: XAVIER",
        "type: dense | type: dens",
        "type: dense, | units: 3,",
        "nOut: 8 | units: 8",
        "nOut: 8 | nOut: 8, kernel: [3, 3]",
        "nOut: 8 | nOut: -1",
        "name: fc, | ",
        "name: fc | name: f c",
        "name: fc | after: pool, name: fc",
        "kernel: [3, 3] | kernel: 3",
        "kernel: [3, 3] | kernel: [3]",
        "kernel: [3, 3] | kernel: [3, 0]",
        "kernel: [3, 3] | stride: [1, 1]",
        "rate: 0.5 | rate: 1",
        "rate: 0.5 | p: 0.5",
        "type: sgd | type: sdg",
        "learningRate: 0.1 | learningRate: 0",
        "learningRate: 0.1 | momentum: 1",
        "learningRate: 0.1 | beta1: 0.9",
        "{type: sgd, learningRate: 0.1} | sgd",
        "figures: all | figures: some",
        "figures: all | figures: [loss]",
        "tags: {course: intro} | tags: {course: ''}",
        "tags: {course: intro} | tags: {course: [a]}",
        "tags: {course: intro} | tags: {a b: intro}",
        "tags: {course: intro} | variants: {wide: {epochs: 2}}",
        "tags: {course: intro} | variants: {wide: {training: {epochs: 0}}}",
        "tags: {course: intro} | variants: {wide: {variant: x}}",
        "tags: {course: intro} | variants: {wide: 3}",
        "tags: {course: intro} | ~tags:",
        "tags: {course: intro} | sweep: {runCap: 3}",
        "tags: {course: intro} | variants: {wide: {sweep: {}}}",
      })
  void refusesBadSpecs(String text, String replacement) throws IOException {
    String with = replacement == null ? "" : replacement;
    assertThat(GOOD).contains(text);
    String bad = GOOD.replace(text, with);

    assertThat(problems(bad)).isNotEmpty();
    assertThat(SpecFixture.problems(folder, bad)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "batchSize: 3\n",
        "training: {epochs: 0}\n",
        "training: {updater: {type: sdg}}\n",
        "network: {layers: [{nOut: 3}]}\n",
        "network: {layers: {fc: {units: 3}}}\n",
        "network: {layers: {~fc: 3}}\n",
        "network: {layers: {d: {first: false, type: dropout, rate: 0.1}}}\n",
      })
  void refusesBadSpecsThatExtendAnother(String text) throws IOException {
    SpecFixture.file(folder, "base.yaml", GOOD);
    String spec = "extends: base.yaml\n" + text;

    assertThat(problems(spec)).isNotEmpty();
    assertThat(SpecFixture.problems(folder, spec)).isNotEmpty();
  }

  @Test
  void saysOfEachKeyWhatItIsForAndItsDefault() {
    JsonNode batchSize = SCHEMA.getSchemaNode().at("/definitions/training/properties/batchSize");

    assertThat(batchSize.path("description").asText()).isEqualTo("Images per update.");
    assertThat(batchSize.path("default").asInt()).isEqualTo(Defaults.BATCH_SIZE);
    assertThat(batchSize.path("minimum").asInt()).isEqualTo(1);
  }

  private static Set<ValidationMessage> problems(String yaml) {
    Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    return SCHEMA.validate(Json.mapper().convertValue(tree, JsonNode.class));
  }
}
