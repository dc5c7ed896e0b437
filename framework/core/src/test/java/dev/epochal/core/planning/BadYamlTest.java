package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.bad;

import dev.epochal.core.planning.SpecFixture.Bad;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Text that is no YAML, or more YAML than a spec may use. */
final class BadYamlTest {
  @SuppressWarnings("unused") // by FieldSource
  private static final List<Bad> BAD =
      List.of(
          bad(
              "a tab for indentation",
              "  epochs: 3",
              "\tepochs: 3",
              "18:1: a tab cannot indent YAML; use spaces"),
          bad(
              "a duplicate key",
              "epochs: 3",
              "epochs: 3\n  batchSize: 11",
              "19:3: the key \"batchSize\" stands here twice; it was first written at x.yaml:17:3"),
          bad(
              "a Java tag",
              "seed: 1",
              "seed: !!javax.script.ScriptEngineManager [1]",
              "2:7: has a YAML tag (!!javax.script.ScriptEngineManager), which is not read; remove it",
              "2:7: seed must be a whole number but was a list"),
          bad(
              "a tag",
              "seed: 1",
              "seed: !!int 1",
              "2:7: has a YAML tag (!!int), which is not read; remove it"),
          bad(
              "a tag of one's own",
              "seed: 1",
              "seed: !mine 1",
              "2:7: has a YAML tag (!mine), which is not read; remove it"),
          bad(
              "a merge key",
              "epochs: 3",
              "<<: {epochs: 3}",
              "18:3: merge keys (<<) are not read; write the keys out, or use extends"),
          bad(
              "an alias inside itself",
              "tags: {course: intro}",
              "tags: &a {course: *a}",
              "22:19: *a stands for nothing yet"),
          bad(
              "an unknown alias",
              "seed: 1",
              "seed: *nobody",
              "2:7: *nobody stands for nothing yet"),
          bad(
              "a key that is a list",
              "seed: 1",
              "seed: 1\n? [a, b]\n: 1",
              "3:3: a key must be a word, not a list"),
          bad(
              "a second document",
              "tags: {course: intro}",
              "tags: {course: intro}\n---\nname: b",
              "23:1: a second document starts here; one file holds one spec"),
          bad(
              "a bracket that is never closed",
              "kernel: [3, 3]}",
              "kernel: [3, 3",
              "12:7: is not valid YAML: expected ',' or ']', but got { (while parsing a flow sequence that starts in line 11)"),
          bad(
              "a colon too many",
              "name: bad",
              "name: a: b",
              "1:8: is not valid YAML: mapping values are not allowed here"),
          bad(
              "a control character",
              "name: bad",
              "name: b\u0001ad",
              "1:8: has a character that YAML does not allow: U+0001; a spec is a text file"),
          bad(
              "a quote that is never closed",
              "name: bad",
              "name: 'bad",
              "23:1: is not valid YAML: found unexpected end of stream (while scanning a quoted scalar that starts in line 1)"));

  @ParameterizedTest(name = "{0}")
  @FieldSource("BAD")
  void isRefusedAtItsPlace(Bad bad, @TempDir Path folder) throws IOException {
    bad.assertRefusedIn(folder);
  }
}
