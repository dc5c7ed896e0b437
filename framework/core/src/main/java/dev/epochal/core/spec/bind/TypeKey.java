package dev.epochal.core.spec.bind;

import dev.epochal.core.spec.yaml.Problems;
import dev.epochal.core.spec.yaml.YamlNode;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import dev.epochal.core.spec.yaml.YamlNode.Scalar;
import java.util.Map;
import java.util.Optional;

/** The key {@code type}, by which a mapping says which record it is. */
final class TypeKey {
  static final String TYPE = "type";

  private TypeKey() {}

  /** The record type that a mapping names; empty with a problem added. */
  static Optional<Class<?>> chosen(Mapping node, Class<?> choice, String path, Problems problems) {
    Map<String, Class<?>> choices = Choices.byName(choice);
    String key = Paths.child(path, TYPE);
    String oneOf = "one of " + String.join(", ", choices.keySet());
    YamlNode written = node.get(TYPE).orElse(null);
    if (written == null) {
      problems.add(node.place(), key, "is missing", "it is " + oneOf);
      return Optional.empty();
    }
    if (!(written instanceof Scalar scalar)) {
      problems.add(written.place(), key, "must be " + oneOf + " but was " + written.kind());
      return Optional.empty();
    }
    if (!choices.containsKey(scalar.text())) {
      WrongWord.add(scalar, choices.keySet(), key, problems);
    }
    return Optional.ofNullable(choices.get(scalar.text()));
  }
}
