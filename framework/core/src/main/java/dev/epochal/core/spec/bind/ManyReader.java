package dev.epochal.core.spec.bind;

import dev.epochal.core.spec.yaml.Problems;
import dev.epochal.core.spec.yaml.YamlNode;
import dev.epochal.core.spec.yaml.YamlNode.Items;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import dev.epochal.core.spec.yaml.YamlNode.Scalar;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists, and mappings whose keys are the user's own. */
final class ManyReader {
  /** Reads one item, or the value of one key. */
  interface One {
    @Nullable Object value(YamlNode node, AnnotatedType declared, String path);
  }

  private final One one;
  private final Problems problems;

  ManyReader(One one, Problems problems) {
    this.one = one;
    this.problems = problems;
  }

  /**
   * The items up to the first that is wrong: what comes after it must not be taken for the follower
   * of what comes before.
   */
  @Nullable Object list(YamlNode node, AnnotatedType declared, String path) {
    if (!(node instanceof Items items)) {
      problems.add(
          node.place(), path, "must be a list but was " + node.kind(), inBrackets(node, declared));
      return null;
    }
    AnnotatedType of = argument(declared, 0);
    List<String> paths = Paths.items(items, path, problems);
    List<Object> values = new ArrayList<>();
    boolean whole = true;
    for (int i = 0; i < paths.size(); i++) {
      Object value = one.value(items.items().get(i), of, paths.get(i));
      whole &= value != null;
      if (whole && value != null) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }

  private static @Nullable String inBrackets(YamlNode node, AnnotatedType declared) {
    boolean ofMappings = argument(declared, 0).getType() instanceof Class<?> of && of.isSealed();
    if (ofMappings || !(node instanceof Scalar scalar) || scalar.text().length() > 20) {
      return null;
    }
    Size size = declared.getAnnotation(Size.class);
    int times = size != null && size.min() == size.max() ? size.min() : 1;
    return "write [" + String.join(", ", Collections.nCopies(times, scalar.text())) + "]";
  }

  /** The values that are right, by their keys. */
  @Nullable Object map(YamlNode node, AnnotatedType declared, String path) {
    if (!(node instanceof Mapping mapping)) {
      problems.add(node.place(), path, "must be a mapping but was " + node.kind());
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              String child = Paths.child(path, key);
              Constraints.broken(key, argument(declared, 0))
                  .ifPresent(
                      rule -> problems.add(entry.keyPlace(), child, "is a key, which " + rule));
              Object value =
                  Binder.isNull(entry.value())
                      ? null
                      : one.value(entry.value(), argument(declared, 1), child);
              if (value != null) {
                values.put(key, value);
              }
            });
    return values;
  }

  private static AnnotatedType argument(AnnotatedType type, int index) {
    return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
  }
}
