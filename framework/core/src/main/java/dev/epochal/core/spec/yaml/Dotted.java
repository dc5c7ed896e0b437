package dev.epochal.core.spec.yaml;

import dev.epochal.core.spec.yaml.YamlNode.Entry;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Dotted keys as the nesting that they stand for: {@code training.epochs: 5}. They may stand at the
 * outermost level of a file, of a variant and of the command line; {@code ~training.epochs} removes
 * the innermost.
 */
public final class Dotted {
  private static final String SEGMENT = "[A-Za-z0-9_][A-Za-z0-9_-]*";
  private static final String DOTTED = "~?" + SEGMENT + "(\\." + SEGMENT + ")+";

  private final Problems problems;

  private Dotted(Problems problems) {
    this.problems = problems;
  }

  /** The tree with its outermost keys nested; a key that is set both ways is a problem. */
  public static Mapping nested(Mapping tree, Problems problems) {
    if (tree.entries().keySet().stream().noneMatch(key -> key.contains("."))) {
      return tree;
    }
    Dotted dotted = new Dotted(problems);
    Mapping nested = new Mapping(tree.place(), Map.of());
    for (Map.Entry<String, Entry> entry : tree.entries().entrySet()) {
      nested = dotted.put(nested, segments(entry.getKey()), entry.getValue(), entry.getKey());
    }
    return nested;
  }

  private static List<String> segments(String key) {
    if (!key.matches(DOTTED)) {
      return List.of(key);
    }
    boolean removes = key.startsWith("~");
    List<String> segments = Arrays.asList(key.substring(removes ? 1 : 0).split("\\."));
    if (removes) {
      segments.set(segments.size() - 1, "~" + segments.get(segments.size() - 1));
    }
    return segments;
  }

  private Mapping put(Mapping into, List<String> segments, Entry entry, String key) {
    String first = segments.get(0);
    Entry there = into.entries().get(first);
    List<String> rest = segments.subList(1, segments.size());
    if (there == null) {
      Mapping empty = new Mapping(entry.keyPlace(), Map.of());
      YamlNode value = rest.isEmpty() ? entry.value() : put(empty, rest, entry, key);
      return into.with(first, new Entry(entry.keyPlace(), value));
    }
    if (there.value() instanceof Mapping inner && !rest.isEmpty()) {
      return into.with(first, new Entry(there.keyPlace(), put(inner, rest, entry, key)));
    }
    if (there.value() instanceof Mapping inner && entry.value() instanceof Mapping more) {
      Mapping both = inner;
      for (Map.Entry<String, Entry> one : more.entries().entrySet()) {
        both = put(both, List.of(one.getKey()), one.getValue(), key + "." + one.getKey());
      }
      return into.with(first, new Entry(there.keyPlace(), both));
    }
    problems.add(
        entry.keyPlace(),
        key,
        "is set twice",
        entry.keyPlace().isCommandLine()
            ? "give it once"
            : "it was first written at " + there.keyPlace());
    return into;
  }
}
