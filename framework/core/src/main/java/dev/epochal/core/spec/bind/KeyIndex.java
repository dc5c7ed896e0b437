package dev.epochal.core.spec.bind;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where in the whole spec each key stands, so that a key in the wrong place can be sent home. */
final class KeyIndex {
  private final Map<String, String> pathOf = new HashMap<>();
  private final Set<String> paths = new HashSet<>();

  private KeyIndex() {}

  static KeyIndex of(Class<?> root) {
    KeyIndex index = new KeyIndex();
    index.add(root, "");
    return index;
  }

  /** The dotted key under which a key is known, if there is one. */
  Optional<String> elsewhere(String key) {
    return Optional.ofNullable(pathOf.get(OtherWords.plain(key)));
  }

  /** Whether there is a key at a path. */
  boolean has(String path) {
    return paths.contains(path);
  }

  private void add(Class<?> type, String path) {
    if (type.isRecord()) {
      RecordKeys.of(type)
          .forEach(
              (key, component) -> {
                String child = Paths.child(path, key);
                pathOf.putIfAbsent(OtherWords.plain(key), child);
                paths.add(child);
                addTypeOf(component, child);
              });
    } else if (type.isSealed()) {
      for (Class<?> choice : type.getPermittedSubclasses()) {
        add(choice, path);
      }
    }
  }

  private void addTypeOf(RecordComponent component, String path) {
    Type type = component.getGenericType();
    if (type instanceof ParameterizedType generic) {
      // A list's items go by name.
      Type item = generic.getActualTypeArguments()[0];
      if (component.getType() == java.util.List.class && item instanceof Class<?> of) {
        add(of, path + ".<name>");
      }
    } else {
      add(component.getType(), path);
    }
  }
}
