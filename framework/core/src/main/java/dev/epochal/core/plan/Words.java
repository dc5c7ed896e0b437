package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How an enum's constants are written in specs and params: {@code XAVIER_UNIFORM} is xavierUniform.
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
