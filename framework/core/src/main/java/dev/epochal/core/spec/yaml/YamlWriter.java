package dev.epochal.core.spec.yaml;

import dev.epochal.core.json.Json;
import dev.epochal.core.spec.yaml.YamlNode.Items;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import dev.epochal.core.spec.yaml.YamlNode.Scalar;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a tree as YAML that reads back as the same tree. */
public final class YamlWriter {
  /** What JSON leaves as it is and YAML does not: controls, line breaks, halves of characters. */
  private static final Pattern NOT_IN_YAML =
      Pattern.compile(
          "[\\x{7f}-\\x{9f}\\x{2028}\\x{2029}\\x{feff}\\x{fffe}\\x{ffff}\\x{d800}-\\x{dfff}]");

  private YamlWriter() {}

  /** The tree, without one key of its top level. */
  public static String write(Mapping tree, String without) {
    StringBuilder yaml = new StringBuilder();
    tree.entries()
        .forEach(
            (key, entry) -> {
              if (!key.equals(without)) {
                entry(yaml, "", key, entry.value());
              }
            });
    return yaml.toString();
  }

  /** A value on one line. */
  public static String inline(YamlNode value) {
    return flow(value);
  }

  private static void entry(StringBuilder yaml, String indent, String key, YamlNode value) {
    yaml.append(indent).append(text(key, true)).append(':');
    if (value instanceof Mapping mapping && !isLeaf(mapping)) {
      yaml.append('\n');
      mapping.entries().forEach((name, inner) -> entry(yaml, indent + "  ", name, inner.value()));
    } else if (value instanceof Items items && items.areNamed() && !items.items().isEmpty()) {
      yaml.append('\n');
      items
          .items()
          .forEach(item -> yaml.append(indent).append("  - ").append(flow(item)).append('\n'));
    } else {
      yaml.append(' ').append(value(value)).append('\n');
    }
  }

  /** Whether it is short enough to read on one line. */
  private static boolean isLeaf(Mapping mapping) {
    return mapping.entries().values().stream().allMatch(entry -> entry.value() instanceof Scalar);
  }

  /** What stands behind a key: nothing, where nothing was written. */
  private static String value(YamlNode node) {
    return node instanceof Scalar scalar && scalar.isEmpty() ? "" : flow(node);
  }

  private static String flow(YamlNode node) {
    if (node instanceof Mapping mapping) {
      return mapping.entries().entrySet().stream()
          .map(entry -> text(entry.getKey(), true) + ": " + value(entry.getValue().value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (node instanceof Items items) {
      return items.items().stream()
          .map(YamlWriter::flow)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    Scalar scalar = (Scalar) node;
    return text(scalar.text(), scalar.plain());
  }

  private static String text(String text, boolean plain) {
    // A plain text with anything else in it can only be meant as text, which quotes don't change.
    if (plain && text.matches("[A-Za-z0-9_.+-]*[A-Za-z0-9_]|~")) {
      return text;
    }
    return NOT_IN_YAML
        .matcher(Json.line(text))
        .replaceAll(match -> String.format("\\\\u%04x", (int) match.group().charAt(0)));
  }
}
