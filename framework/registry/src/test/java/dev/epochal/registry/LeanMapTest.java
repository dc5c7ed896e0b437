package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LeanMapTest {
  private final Map<Set<String>, String[]> shared = new HashMap<>();

  @Test
  void itIsTheMapThatItWasMadeOf() {
    TreeMap<String, Integer> tree = new TreeMap<>(Map.of("b", 2, "a", 1, "c", 3));
    LeanMap<Integer> lean = LeanMap.of(tree, shared);
    assertThat(lean).isEqualTo(tree).containsExactlyEntriesOf(tree).hasSameHashCodeAs(tree);
    assertThat(Json.line(lean)).isEqualTo(Json.line(tree));
    assertThat(lean.get("b")).isEqualTo(2);
    assertThat(lean.get("x")).isNull();
    assertThat(lean.getOrDefault("x", 9)).isEqualTo(9);
    assertThat(lean.containsKey("c")).isTrue();
    assertThat(lean.firstKey()).isEqualTo("a");
    assertThat(lean.lastKey()).isEqualTo("c");
    assertThat(lean.headMap("b")).containsOnlyKeys("a");
    assertThat(lean.tailMap("b")).containsOnlyKeys("b", "c");
    assertThat(lean.subMap("b", "c")).containsOnlyKeys("b");
  }

  @Test
  void mapsWithTheSameKeysShareThem() {
    LeanMap.of(new TreeMap<>(Map.of("a", 1, "b", 2)), shared);
    LeanMap<Integer> second = LeanMap.of(new TreeMap<>(Map.of("a", 3, "b", 4)), shared);
    assertThat(second).containsEntry("b", 4);
    assertThat(shared).hasSize(1);
    assertThat(LeanMap.of(new TreeMap<String, Integer>(), shared)).isEmpty();
  }
}
