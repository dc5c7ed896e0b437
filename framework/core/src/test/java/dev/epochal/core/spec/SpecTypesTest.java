package dev.epochal.core.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.epochal.core.spec.bind.Doc;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the spec's own types owe to those who read them: binder, messages, help, schema. */
final class SpecTypesTest {
  private final Set<RecordComponent> keys = new LinkedHashSet<>();

  @Test
  void everyKeySaysWhatItIsFor() {
    walk(ExperimentSpec.class);

    assertThat(keys)
        .hasSizeGreaterThan(50)
        // A record that is its only component's value has no key of its own.
        .filteredOn(key -> !key.getAccessor().isAnnotationPresent(JsonValue.class))
        .allSatisfy(
            key ->
                assertThat(key.getAnnotation(Doc.class))
                    .as(key.getDeclaringRecord().getSimpleName() + "." + key.getName())
                    .isNotNull());
  }

  @Test
  void noKeyIsPrimitiveSoThatUnwrittenIsNotZero() {
    walk(ExperimentSpec.class);

    assertThat(keys).noneMatch(key -> key.getType().isPrimitive());
  }

  private void walk(Type type) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        walk(argument);
      }
    } else if (type instanceof Class<?> of && of.isSealed()) {
      for (Class<?> choice : of.getPermittedSubclasses()) {
        walk(choice);
      }
    } else if (type instanceof Class<?> of && of.isRecord()) {
      for (RecordComponent component : of.getRecordComponents()) {
        if (keys.add(component)) {
          walk(component.getGenericType());
        }
      }
    }
  }
}
