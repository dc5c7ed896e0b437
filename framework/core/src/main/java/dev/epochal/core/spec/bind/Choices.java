package dev.epochal.core.spec.bind;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.epochal.core.plan.Words;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The closed choices among types: what a sealed interface can be in YAML. */
final class Choices {
  private Choices() {}

  /** Whether a {@code type} key chooses: the table of names is on the interface itself. */
  static boolean areNamed(Class<?> type) {
    return type.isAnnotationPresent(JsonTypeInfo.class);
  }

  /** The interface among whose records a {@code type} key chose this one. */
  static Optional<Class<?>> of(Class<?> record) {
    return Arrays.<Class<?>>stream(record.getInterfaces()).filter(Choices::areNamed).findFirst();
  }

  /** Record types by the name that chooses them. */
  static Map<String, Class<?>> byName(Class<?> type) {
    Map<String, Class<?>> choices = new LinkedHashMap<>();
    for (JsonSubTypes.Type choice : type.getAnnotation(JsonSubTypes.class).value()) {
      choices.put(choice.name(), choice.value());
    }
    return choices;
  }

  /** The choice that is written as a word: {@code all}. */
  static Optional<Class<?>> word(Class<?> type) {
    return choices(type, Class::isEnum);
  }

  /** The choice that is written as a list: a record that is its only component's value. */
  static Optional<Class<?>> list(Class<?> type) {
    return choices(type, choice -> choice.isRecord() && isList(choice));
  }

  /** The choice that is written as a mapping. */
  static Optional<Class<?>> mapping(Class<?> type) {
    return choices(type, choice -> choice.isRecord() && !isList(choice));
  }

  private static Optional<Class<?>> choices(Class<?> type, Predicate<Class<?>> wanted) {
    return Arrays.<Class<?>>stream(type.getPermittedSubclasses()).filter(wanted).findFirst();
  }

  /** The words that can stand in the list that a record is; none in one of numbers. */
  static List<String> wordsInList(Class<?> choice) {
    ParameterizedType list = (ParameterizedType) choice.getRecordComponents()[0].getGenericType();
    Class<?> item = (Class<?>) list.getActualTypeArguments()[0];
    return item.isEnum() ? Words.of(item) : List.of();
  }

  private static boolean isList(Class<?> choice) {
    return choice.getRecordComponents().length == 1
        && choice.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class);
  }
}
