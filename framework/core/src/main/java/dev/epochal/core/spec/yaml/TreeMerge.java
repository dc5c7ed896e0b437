package dev.epochal.core.spec.yaml;

import dev.epochal.core.spec.yaml.YamlNode.Entry;
import dev.epochal.core.spec.yaml.YamlNode.Items;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import dev.epochal.core.spec.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays one tree over another. Mappings merge; lists of named items merge by name, new names coming
 * last; everything else is replaced; {@code null} takes a value back. A mapping of another {@code
 * type} is another thing and inherits nothing.
 */
public final class TreeMerge {
  private final Problems problems;

  public TreeMerge(Problems problems) {
    this.problems = problems;
  }

  /** {@code base} with {@code over} on top. */
  public Mapping merge(Mapping base, Mapping over) {
    return merge("", base, over);
  }

  private Mapping merge(String path, Mapping base, Mapping over) {
    if (differ(base.text("type"), over.text("type"))) {
      return over.text("name").isPresent() ? over : named(base, over);
    }
    Map<String, Entry> entries = new LinkedHashMap<>(base.entries());
    over.entries()
        .forEach(
            (key, entry) -> {
              Entry below = entries.get(key);
              if (entry.value() instanceof Scalar scalar && scalar.isNull()) {
                entries.remove(key);
              } else if (below == null) {
                entries.put(key, entry);
              } else {
                YamlNode value = merge(child(path, key), below.value(), entry.value());
                entries.put(key, new Entry(entry.keyPlace(), value));
              }
            });
    return new Mapping(base.place(), entries);
  }

  private YamlNode merge(String path, YamlNode base, YamlNode over) {
    if (base instanceof Mapping below && over instanceof Mapping above) {
      return merge(path, below, above);
    }
    if (base instanceof Items below && below.areNamed()) {
      if (over instanceof Items above && above.areNamed()) {
        return byName(path, below, above);
      }
      if (over instanceof Mapping above && above.place().isCommandLine()) {
        return patched(path, below, above);
      }
    }
    return over;
  }

  private Items byName(String path, Items base, Items over) {
    Map<String, YamlNode> items = new LinkedHashMap<>();
    base.items().forEach(item -> items.put(name(item), item));
    // Two of one name in the same list are a mistake that merging must not hide.
    List<YamlNode> rest = new ArrayList<>();
    Map<String, YamlNode> above = new LinkedHashMap<>();
    for (YamlNode item : over.items()) {
      if (above.putIfAbsent(name(item), item) != null) {
        rest.add(item);
      }
    }
    above.forEach(
        (name, item) ->
            items.merge(name, item, (below, top) -> merge(child(path, name), below, top)));
    List<YamlNode> merged = new ArrayList<>(items.values());
    merged.addAll(rest);
    return new Items(base.place(), merged);
  }

  private Items patched(String path, Items base, Mapping patches) {
    List<YamlNode> items = new ArrayList<>(base.items());
    List<String> names = items.stream().map(TreeMerge::name).toList();
    patches
        .entries()
        .forEach(
            (name, entry) -> {
              int index = names.indexOf(name);
              if (index < 0) {
                problems.add(
                    entry.keyPlace(),
                    child(path, name),
                    "is not there",
                    Suggestions.oneOf(name, names));
              } else {
                items.set(index, merge(child(path, name), items.get(index), entry.value()));
              }
            });
    return new Items(base.place(), items);
  }

  /** A thing of another type keeps the name by which it is addressed. */
  private static Mapping named(Mapping base, Mapping over) {
    Entry name = base.entries().get("name");
    if (name == null) {
      return over;
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    entries.put("name", name);
    entries.putAll(over.entries());
    return new Mapping(over.place(), entries);
  }

  private static boolean differ(Optional<String> base, Optional<String> over) {
    return base.isPresent() && over.isPresent() && !base.equals(over);
  }

  private static String name(YamlNode item) {
    return ((Mapping) item).text("name").orElseThrow();
  }

  private static String child(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
