package dev.epochal.core.planning;

import dev.epochal.core.spec.QuotedFiles;
import dev.epochal.core.spec.yaml.Problems;
import dev.epochal.core.spec.yaml.YamlNode;
import dev.epochal.core.spec.yaml.YamlNode.Entry;
import dev.epochal.core.spec.yaml.YamlNode.Items;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import dev.epochal.core.spec.yaml.YamlParser;
import dev.epochal.core.spec.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A key of a spec that is not as in its base: the file that stands at the end of what it extends,
 * or for a trial its sweep's spec.
 *
 * @param key dotted
 * @param base null where the base says nothing
 * @param own null where the spec says nothing
 */
public record SpecChange(String key, @Nullable String base, @Nullable String own) {
  /** Chosen from, and not part of what is run. */
  private static final Set<String> NOT_RUN = Set.of("extends", "variants", "sweep", "question");

  /**
   * What is not as in the base; empty for a spec that stands alone.
   *
   * @param specText as a run keeps it
   */
  public static Optional<List<SpecChange>> of(String specText) {
    List<String> files = QuotedFiles.in(specText);
    if (files.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, String> base = values(files.get(files.size() - 1));
    SortedMap<String, String> own = values(specText);
    Set<String> keys = new TreeSet<>(base.keySet());
    keys.addAll(own.keySet());
    List<SpecChange> changes = new ArrayList<>();
    for (String key : keys) {
      if (!Objects.equals(base.get(key), own.get(key))) {
        changes.add(new SpecChange(key, base.get(key), own.get(key)));
      }
    }
    return Optional.of(changes);
  }

  private static SortedMap<String, String> values(String text) {
    SortedMap<String, String> values = new TreeMap<>();
    if (new YamlParser(new Problems()).file("spec.yaml", text) instanceof Mapping tree) {
      for (Map.Entry<String, Entry> entry : tree.entries().entrySet()) {
        if (!NOT_RUN.contains(entry.getKey())) {
          collect(entry.getKey(), entry.getValue().value(), values);
        }
      }
    }
    return values;
  }

  private static void collect(String key, YamlNode node, SortedMap<String, String> values) {
    if (node instanceof Mapping mapping) {
      mapping.entries().forEach((name, entry) -> collect(key + "." + name, entry.value(), values));
    } else if (node instanceof Items items && items.areNamed()) {
      for (YamlNode item : items.items()) {
        Mapping named = (Mapping) item;
        collect(key + "." + named.text("name").orElse(""), named.without("name"), values);
      }
    } else {
      values.put(key, YamlWriter.inline(node));
    }
  }
}
