package dev.epochal.core.spec.bind;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record type as keys: its components by the names that they have in YAML. */
final class RecordKeys {
  /** Looking them up takes longer than reading a spec. */
  private static final ClassValue<Map<String, RecordComponent>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Map<String, RecordComponent> computeValue(Class<?> type) {
          return read(type);
        }
      };

  private RecordKeys() {}

  /** Components by key, in the order declared, which is the constructor's. */
  static Map<String, RecordComponent> of(Class<?> type) {
    return KNOWN.get(type);
  }

  private static Map<String, RecordComponent> read(Class<?> type) {
    Map<String, RecordComponent> keys = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      // A key may be a word that Java keeps for itself, such as extends.
      JsonProperty other = component.getAccessor().getAnnotation(JsonProperty.class);
      keys.put(other == null ? component.getName() : other.value(), component);
    }
    return Collections.unmodifiableMap(keys);
  }

  /** A record of the type, from its components' values in order. */
  static Object create(Class<?> type, @Nullable Object[] values) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a spec's record only holds what it is given: " + type, e);
    }
  }
}
