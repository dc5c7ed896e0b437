package dev.epochal.core.spec.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.CommittedFile;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.Planner;
import dev.epochal.core.spec.ExperimentSpec;
import dev.epochal.core.spec.LayerSpec;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference that is shipped is the one that types and defaults make. */
final class ReferenceTest {
  private static final Path REFERENCE = CommittedFile.EXPERIMENTS.resolve("reference.yaml");

  @Test
  void isMadeFromTypesAndDefaults() throws IOException {
    CommittedFile.assertIs("reference.yaml", ReferenceMaker.reference());
  }

  @Test
  void whatItWritesOutIsTheDefault(@TempDir Path folder) throws IOException {
    PlannedRun written = Planner.plan(REFERENCE, List.of());
    StringBuilder bare = new StringBuilder("name: reference\ndata: {dataset: digits}\n");
    bare.append("network:\n  layers:\n");
    for (LayerPlan layer : written.plan().network().layers()) {
      String type = type(written, layer);
      String keys = SpecKeys.shortest(type, Choices.byName(LayerSpec.class).get(type));
      bare.append(keys.replace("{", "    - {name: " + layer.name() + ", ")).append('\n');
    }

    Path file = Files.writeString(folder.resolve("bare.yaml"), bare);

    assertThat(Planner.plan(file, List.of()).plan()).isEqualTo(written.plan());
  }

  @Test
  void hasALayerOfEachType() {
    PlannedRun written = Planner.plan(REFERENCE, List.of());

    assertThat(written.plan().network().layers())
        .extracting(layer -> type(written, layer))
        .containsExactlyInAnyOrderElementsOf(Choices.byName(LayerSpec.class).keySet());
  }

  private static String type(PlannedRun planned, LayerPlan layer) {
    return planned.settings().get("network.layers." + layer.name() + ".type").value();
  }

  @Test
  void namesEveryKey() throws IOException {
    String text = Files.readString(REFERENCE);
    Set<String> keys = new TreeSet<>();
    walk(ExperimentSpec.class, keys);

    assertThat(keys)
        .hasSizeGreaterThan(30)
        .allSatisfy(key -> assertThat(text).containsPattern("(?m)(^|[ {])" + key + ":"));
  }

  private static void walk(Type type, Set<String> keys) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        walk(argument, keys);
      }
    } else if (type instanceof Class<?> of && of.isSealed()) {
      for (Class<?> choice : of.getPermittedSubclasses()) {
        // A record that is its only component's value has no key of its own.
        if (!choice.isRecord()
            || Choices.areNamed(of)
            || Choices.mapping(of).filter(choice::equals).isPresent()) {
          walk(choice, keys);
        }
      }
    } else if (type instanceof Class<?> of && of.isRecord()) {
      RecordKeys.of(of)
          .forEach(
              (key, component) -> {
                keys.add(key);
                walk(component.getGenericType(), keys);
              });
    }
  }
}
