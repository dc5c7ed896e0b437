package dev.epochal.core.spec.yaml;

import dev.epochal.core.problem.Suggestions;
import dev.epochal.core.spec.yaml.YamlNode.Entry;
import dev.epochal.core.spec.yaml.YamlNode.Items;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import dev.epochal.core.spec.yaml.YamlNode.Scalar;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lays one tree over another. Mappings merge; a list of named items is edited, by another such list
 * or by a mapping of names; every other list is replaced; {@code key: null} takes a value back, and
 * {@code ~key} does so where there must be one. A mapping of another {@code type} is another thing
 * and inherits nothing. What is written is done in the order written.
 */
public final class TreeMerge {
  /** Before a key that is removed. */
  static final String REMOVE = "~";

  /** Patches are not applied here but kept: one of the same name takes the other's place. */
  private static final String VARIANTS = "variants";

  private final Problems problems;

  public TreeMerge(Problems problems) {
    this.problems = problems;
  }

  /** {@code base} with {@code over} on top. */
  public Mapping merge(Mapping base, Mapping over) {
    return merge("", base, over);
  }

  Mapping merge(String path, Mapping base, Mapping over) {
    if (differ(base.text("type"), over.text("type"))) {
      return over.text("name").isPresent() ? over : named(base, over);
    }
    Map<String, Entry> entries = new LinkedHashMap<>(base.entries());
    over.entries().forEach((key, entry) -> lay(path, entries, key, entry));
    return new Mapping(base.place(), entries);
  }

  private void lay(String path, Map<String, Entry> entries, String key, Entry entry) {
    Entry below = entries.get(key);
    if (key.startsWith(REMOVE)) {
      remove(path, entries, key.substring(1), entry);
    } else if (entry.value() instanceof Scalar scalar && scalar.isNull()) {
      entries.remove(key);
    } else if (below == null || path.equals(VARIANTS)) {
      entries.put(key, entry);
    } else {
      YamlNode value = merge(child(path, key), below.value(), entry.value());
      entries.put(key, new Entry(entry.keyPlace(), value));
    }
  }

  private void remove(String path, Map<String, Entry> entries, String key, Entry entry) {
    if (!takesNoValue(entry)) {
      refuseValue(child(path, key), entry);
    } else if (entries.remove(key) == null) {
      missing(entry.keyPlace(), child(path, key), key, entries.keySet());
    }
  }

  private YamlNode merge(String path, YamlNode base, YamlNode over) {
    if (base instanceof Mapping below && over instanceof Mapping above) {
      return merge(path, below, above);
    }
    if (base instanceof Items below && over instanceof Mapping above) {
      // What is wrong with a list that cannot be edited is said of the list.
      return below.areNamed() ? new ItemEdits(this, problems, path, below).by(above) : below;
    }
    return base instanceof Items below
            && below.areNamed()
            && over instanceof Items above
            && above.areNamed()
        ? new ItemEdits(this, problems, path, below).by(above)
        : over;
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

  static boolean takesNoValue(Entry entry) {
    return entry.value() instanceof Scalar scalar && (scalar.isEmpty() || scalar.isNull());
  }

  void refuseValue(String path, Entry entry) {
    problems.add(
        entry.value().place(), path, "is removed by the ~, which takes no value", "leave it out");
  }

  void missing(Place place, String path, String key, Collection<String> known) {
    problems.add(place, path, "is not there to be removed", Suggestions.oneOf(key, known));
  }

  static String child(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
