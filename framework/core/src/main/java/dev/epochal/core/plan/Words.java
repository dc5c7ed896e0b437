package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How choices are written in specs and params: an enum's {@code XAVIER_UNIFORM} is xavierUniform.
 */
public final class Words {
  private Words() {}

  /** The word of a constant: its own {@code @JsonValue}, else its name in camel case. */
  public static String of(Enum<?> constant) {
    try {
      for (Method method : constant.getDeclaringClass().getMethods()) {
        if (method.isAnnotationPresent(JsonValue.class)) {
          return (String) method.invoke(constant);
        }
      }
      return camelCase(constant.name());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("an enum's @JsonValue only returns its word", e);
    }
  }

  /** The words of all constants of an enum type, in order. */
  public static List<String> of(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(constant -> of((Enum<?>) constant)).toList();
  }

  /** The name of a choice in the table that its sealed interface carries for JSON, as in specs. */
  public static String ofChoice(Class<?> choices, Object choice) {
    for (JsonSubTypes.Type type : choices.getAnnotation(JsonSubTypes.class).value()) {
      if (type.value() == choice.getClass()) {
        return type.name();
      }
    }
    throw new IllegalStateException("no name for " + choice.getClass());
  }

  private static String camelCase(String name) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_') {
        boolean starts = i > 0 && name.charAt(i - 1) == '_';
        word.append(starts ? String.valueOf(c) : String.valueOf(c).toLowerCase(Locale.ROOT));
      }
    }
    return word.toString();
  }
}
