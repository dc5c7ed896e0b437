package dev.epochal.core.spec.bind;

import dev.epochal.core.plan.Words;
import dev.epochal.core.spec.yaml.Place;
import dev.epochal.core.spec.yaml.Problems;
import dev.epochal.core.spec.yaml.YamlNode;
import dev.epochal.core.spec.yaml.YamlNode.Items;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import dev.epochal.core.spec.yaml.YamlNode.Scalar;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fills records from a tree by their components: a mapping becomes a record, a word an enum
 * constant, a sealed interface whichever of its records the {@code type} key names. A record that
 * was not written is there, empty, unless it is {@code @Nullable}; another value that was not
 * written, or was wrong, is null.
 */
public final class Binder {
  private final Problems problems;
  private final ScalarReader scalars;
  private final ManyReader many;
  private final UnknownKeys unknown;
  private final SortedMap<String, Place> places = new TreeMap<>();

  /**
   * A binder for one tree.
   *
   * @param root the type of the whole tree
   */
  public Binder(Class<?> root, Problems problems) {
    this.problems = problems;
    scalars = new ScalarReader(problems);
    many = new ManyReader(this::value, problems);
    unknown = new UnknownKeys(root, problems);
  }

  /** The tree as a record. */
  public <R extends Record> R bind(Mapping tree, Class<R> type) {
    return type.cast(record(tree, type, ""));
  }

  /** Where each key's value was written, by dotted key; items of a list go by name. */
  public SortedMap<String, Place> places() {
    return places;
  }

  private Object record(Mapping node, Class<?> type, String path) {
    Map<String, RecordComponent> keys = RecordKeys.of(type);
    unknown.check(node, type, path);
    List<@Nullable Object> values = new ArrayList<>();
    keys.forEach(
        (key, component) -> {
          String child = Paths.child(path, key);
          // What is wrong is as if it were absent, and has its problem already.
          Object value =
              node.get(key)
                  .filter(written -> !isNull(written))
                  .map(written -> value(written, component.getAnnotatedType(), child))
                  .orElseGet(() -> absent(node, component, child));
          values.add(value);
        });
    return RecordKeys.create(type, values.toArray());
  }

  static boolean isNull(YamlNode value) {
    return value instanceof Scalar scalar && scalar.isNull();
  }

  private @Nullable Object absent(Mapping node, RecordComponent component, String path) {
    if (component.getType().isRecord()
        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return record(new Mapping(node.place(), Map.of()), component.getType(), path);
    }
    // Not when a mistyped key was probably meant to be this one.
    boolean required = component.getAnnotatedType().isAnnotationPresent(NotNull.class);
    if (required && problems.sound(path)) {
      problems.add(node.place(), path, "is missing");
    }
    return null;
  }

  private @Nullable Object value(YamlNode node, AnnotatedType declared, String path) {
    places.put(path, node.place());
    if (node instanceof Scalar scalar && scalar.isEmpty()) {
      problems.add(node.place(), path, "has no value", "give one, or leave the key out");
      return null;
    }
    Object value = read(node, declared, path);
    if (value != null) {
      // A list is measured as written: wrong items are not in the value.
      Object measured = node instanceof Items items ? items.items() : value;
      Constraints.broken(measured, declared)
          .ifPresent(rule -> problems.add(node.place(), path, rule + butWas(node)));
    }
    return value;
  }

  private @Nullable Object read(YamlNode node, AnnotatedType declared, String path) {
    Class<?> type = raw(declared.getType());
    if (type == List.class) {
      return many.list(node, declared, path);
    }
    if (type == Map.class) {
      return many.map(node, declared, path);
    }
    if (type == Patch.class) {
      return node instanceof Mapping mapping ? new Patch(mapping) : wrong(node, path, "a mapping");
    }
    if (type == Written.class) {
      return new Written(node);
    }
    if (type.isRecord()) {
      return node instanceof Mapping mapping
          ? record(mapping, type, path)
          : wrong(node, path, "a mapping");
    }
    if (type.isSealed()) {
      return Choices.areNamed(type) ? named(node, type, path) : shaped(node, type, path);
    }
    return node instanceof Scalar scalar
        ? scalars.read(scalar, type, path)
        : wrong(node, path, ScalarReader.name(type));
  }

  private @Nullable Object named(YamlNode node, Class<?> type, String path) {
    if (!(node instanceof Mapping mapping)) {
      return wrong(node, path, "a mapping");
    }
    mapping
        .get(TypeKey.TYPE)
        .ifPresent(written -> places.put(Paths.child(path, TypeKey.TYPE), written.place()));
    return TypeKey.chosen(mapping, type, path, problems)
        .map(chosen -> record(mapping, chosen, path))
        .orElse(null);
  }

  /** A choice that is told by its shape: a word, a list or a mapping. */
  private @Nullable Object shaped(YamlNode node, Class<?> type, String path) {
    Optional<Class<?>> mapping = Choices.mapping(type);
    Optional<Class<?>> list = Choices.list(type);
    if (node instanceof Mapping written && mapping.isPresent()) {
      return record(written, mapping.get(), path);
    }
    if (node instanceof Items && list.isPresent()) {
      RecordComponent only = list.get().getRecordComponents()[0];
      Object items = value(node, only.getAnnotatedType(), path);
      return items == null ? null : RecordKeys.create(list.get(), new Object[] {items});
    }
    Class<?> word = Choices.word(type).orElseThrow();
    if (node instanceof Scalar scalar) {
      return list.isPresent() && !Words.of(word).contains(scalar.text())
          ? WrongWord.addOrList(
              scalar, Words.of(word), Choices.wordsInList(list.get()), path, problems)
          : scalars.read(scalar, word, path);
    }
    String other = mapping.isPresent() ? ", or a mapping" : ", or a list";
    return wrong(node, path, ScalarReader.name(word) + other);
  }

  private @Nullable Object wrong(YamlNode node, String path, String wanted) {
    problems.add(node.place(), path, "must be " + wanted + " but was " + node.kind());
    return null;
  }

  private static String butWas(YamlNode node) {
    if (node instanceof Items items) {
      return " but has " + items.items().size();
    }
    if (node instanceof Mapping mapping) {
      return " but has " + mapping.entries().size();
    }
    return " but was " + ScalarReader.said((Scalar) node);
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }
}
