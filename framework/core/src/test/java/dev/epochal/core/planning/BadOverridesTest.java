package dev.epochal.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Words of the command line that cannot be laid over a spec. */
final class BadOverridesTest {
  @SuppressWarnings("unused") // by FieldSource
  private static final List<Arguments> BAD =
      List.of(
          arguments(
              List.of("training.epochs"),
              "command line: \"training.epochs\" is not an override; write key=value"),
          arguments(List.of("=3"), "command line: \"\" is not a key; write training.epochs=5"),
          arguments(
              List.of("training..epochs=3"),
              "command line: \"training..epochs\" is not a key; write training.epochs=5"),
          arguments(
              List.of("training.epochs="),
              "command line: training.epochs has no value; give one, or leave the key out"),
          arguments(
              List.of("training.epcohs=3"),
              "command line: training.epcohs is not a key; did you mean \"epochs\"?"),
          arguments(
              List.of("training.epochs=0"),
              "command line: training.epochs must be at least 1 but was 0"),
          arguments(
              List.of("training.epochs=1,2,3"),
              "command line: training.epochs asks for several values, which only ./run SPEC takes; give one value"),
          arguments(
              List.of("seed=1..5"),
              "command line: seed asks for several values, which only ./run SPEC takes; give one value"),
          arguments(
              List.of("training.updater.learningRate=log(1e-4,1e-1,7)"),
              "command line: training.updater.learningRate asks for several values, which only ./run SPEC takes; give one value"),
          arguments(
              List.of("training.batchSize=range(1,9,2)"),
              "command line: training.batchSize asks for several values, which only ./run SPEC takes; give one value"),
          arguments(
              List.of("variant=wide"),
              "command line: variant must be base, as the spec has no variants, but was wide"),
          arguments(
              List.of("variant=base,wide"),
              "command line: variant asks for several values, which only ./run SPEC takes; give one value"),
          arguments(
              List.of("~network.layers.drp"),
              "command line: network.layers.drp is not there to be removed; did you mean \"drop\"?"),
          arguments(
              List.of("~training.updtaer"),
              "command line: training.updtaer is not there to be removed; did you mean \"updater\"?"),
          arguments(
              List.of("~network.layers.drop=3"),
              "command line: network.layers.drop is removed by the ~, which takes no value; write ~network.layers.drop"),
          arguments(
              List.of("network.layers.c=null"),
              "command line: network.layers.c is not there to be removed; known here: conv, pool, drop, fc, out"),
          arguments(
              List.of("network.layers.fc9.nOut=3"),
              "command line: network.layers.fc9 is not there; did you mean \"fc\"?"),
          arguments(
              List.of("network.layers.drp.rate=0.3"),
              "command line: network.layers.drp is not there; did you mean \"drop\"?"),
          arguments(
              List.of("network.layers.conv3={after: conv, type: dense}"),
              "command line: network.layers.conv3.nOut is missing"),
          arguments(
              List.of("network.layers.conv3={type: dense, nOut: 3}"),
              "command line: network.layers.conv3 is not there; to add it, say after: <layer>, before: <layer> or first: true"),
          arguments(
              List.of("network.layers.d={after: cnov, type: dropout, rate: 0.1}"),
              "command line: network.layers.d.after must be the name of one that is there but was cnov; did you mean \"conv\"?"),
          arguments(
              List.of("network.layers.d={before: here, type: dropout, rate: 0.1}"),
              "command line: network.layers.d.before must be the name of one that is there but was here; known here: conv, pool, drop, fc, out"),
          arguments(
              List.of("network.layers.d={after: conv, before: fc, type: dropout, rate: 0.1}"),
              "command line: network.layers.d says both after and before; say one of after, before, first"),
          arguments(
              List.of("network.layers.d={first: false, type: dropout, rate: 0.1}"),
              "command line: network.layers.d.first must be true but was false"),
          arguments(
              List.of("network.layers.drop={after: conv, type: dropout, rate: 0.1}"),
              "command line: network.layers.drop is there already, so it cannot be added; give it another name, or remove the other with ~drop"),
          arguments(
              List.of("network.layers.fc=3"),
              "command line: network.layers.fc must be a mapping but was 3"),
          arguments(
              List.of("network.layers.fc.name=fc2"),
              "command line: network.layers.fc.name must be fc, as the key says, but was fc2; leave it out"),
          arguments(
              List.of("network.layers=3"), "command line: network.layers must be a list but was 3"),
          arguments(
              List.of("tags.a='open"),
              "command line: tags.a is not valid YAML: found unexpected end of stream (while scanning a quoted scalar that starts in line 1); put the value in quotes"),
          arguments(
              List.of("tags.a=!!int 3"),
              "command line: tags.a has a YAML tag (!!int), which is not read; remove it"),
          arguments(List.of("seed=1", "seed=2"), "command line: seed is set twice; give it once"),
          arguments(
              List.of("seed=1", "seed.x=2"), "command line: seed.x is set twice; give it once"),
          arguments(
              List.of("variants.wide.seed=1"),
              "command line: variants.wide.seed can only stand in a file"),
          arguments(List.of("extends=a.yaml"), "command line: extends can only stand in a file"),
          arguments(
              List.of("data.dataset=kmnist"),
              "command line: data.dataset cannot be kmnist, which is not part of this version yet; this version has mnist, digits, idx, npy"),
          arguments(
              List.of("network.layers.conv.kernel=[29, 29]"),
              "command line: network.layers.conv.kernel must fit its input of 28×28 (shape [1, 28, 28]) but was 29×29"),
          arguments(
              List.of("data.split.train=0.95"),
              "5:10: data.split must add up to at most 1 but adds up to 1.15"),
          arguments(
              List.of("--epochs=3"),
              "command line: \"--epochs\" is not a key; write training.epochs=5"));

  @ParameterizedTest(name = "{0}")
  @FieldSource("BAD")
  void isRefused(List<String> words, String message, @TempDir Path folder) throws IOException {
    String[] overrides = words.toArray(String[]::new);

    assertThat(SpecFixture.problems(folder, SpecFixture.GOOD, overrides)).containsExactly(message);
  }
}
