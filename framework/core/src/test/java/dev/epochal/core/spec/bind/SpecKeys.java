package dev.epochal.core.spec.bind;

import dev.epochal.core.plan.Words;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.PlannedRun.Setting;
import dev.epochal.core.planning.Planner;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The spec's keys as their records declare them, with what a plan makes of those not written. */
final class SpecKeys {
  /** The layer that stands in a plan for each type of layer. */
  static final String LAYER = "one";

  /** The shortest spec. */
  private static final String SHORTEST =
      "name: reference\ndata: {dataset: digits}\nnetwork: {layers: [{name: out, type: output}]}\n"
          + "training: {updater: {type: sgd}}\n";

  /** A key that stands for those that a sweep varies. */
  static final String KEY_THAT_VARIES = "training.batchSize";

  /** Values to show of keys whose names mean something else elsewhere. */
  private static final Map<String, String> EXAMPLES_AT =
      Map.ofEntries(
          Map.entry("sweep.metric.name", "validation.loss"),
          Map.entry("sweep.question.text", "Does the batch size matter?"),
          Map.entry("sweep.question.factor", KEY_THAT_VARIES),
          Map.entry("sweep.question.response", "validation.accuracy"),
          Map.entry("sweep.question.reference", "64"),
          Map.entry("sweep.question.margin", "0.005"),
          Map.entry("sweep.question.bestOf", "training.updater.learningRate"),
          Map.entry("sweep.question.also", "[validation.loss, time.train.wall]"),
          Map.entry("sweep.question.why", "A small batch makes more updates"),
          Map.entry("sweep.zip", "[[training.batchSize, training.updater.learningRate]]"),
          Map.entry("sweep.exclude", "[{training.batchSize: 64, seed: 1}]"));

  /** Values to show of keys that have no default; for others, the least that is allowed. */
  private static final Map<String, String> EXAMPLES =
      Map.ofEntries(
          Map.entry("description", "What it is about"),
          Map.entry("every", "10"),
          Map.entry("extends", "baseline.yaml"),
          Map.entry("factor", "0.5"),
          Map.entry("fallback", "digits"),
          Map.entry("kernel", "[3, 3]"),
          Map.entry("l1", "0.0001"),
          Map.entry("l2", "0.0001"),
          Map.entry("name", "reference"),
          Map.entry("nOut", "32"),
          Map.entry("path", "/data/mnist"),
          Map.entry("power", "1"),
          Map.entry("rate", "0.5"),
          Map.entry("tags", "{course: intro}"),
          Map.entry("threshold", "1"),
          Map.entry("variant", "wide"),
          Map.entry("variants", "{wide: {training.batchSize: 128}}"));

  private static final Map<List<String>, Planned> PLANS = new HashMap<>();

  /**
   * What the shortest spec's plan says of its keys when some more are written.
   *
   * @param written overrides
   */
  record Planned(List<String> written, SortedMap<String, Setting> settings) {
    /** With one more. */
    Planned with(String override) {
      List<String> more = new ArrayList<>(written);
      more.add(override);
      return planned(List.copyOf(more));
    }

    @Nullable Setting get(String path) {
      return settings.get(path);
    }
  }

  private SpecKeys() {}

  static boolean isRequired(RecordComponent key) {
    return key.getAnnotatedType().isAnnotationPresent(NotNull.class)
        || (isSection(key)
            && RecordKeys.of(key.getType()).values().stream().anyMatch(SpecKeys::isRequired));
  }

  /** Whether a key holds others and is there even when it was not written. */
  static boolean isSection(RecordComponent key) {
    return key.getType().isRecord() && !key.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  static String doc(RecordComponent key) {
    Doc doc = key.getAnnotation(Doc.class);
    return doc == null ? "" : doc.value();
  }

  static Class<?> raw(AnnotatedType type) {
    return (Class<?>)
        (type.getType() instanceof ParameterizedType generic
            ? generic.getRawType()
            : type.getType());
  }

  static AnnotatedType argument(AnnotatedType type, int index) {
    return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
  }

  /** The shortest spec alone. */
  static Planned shortest() {
    return planned(List.of());
  }

  private static Planned planned(List<String> overrides) {
    Planned known = PLANS.get(overrides);
    if (known == null) {
      known = new Planned(overrides, plan(overrides).settings());
      PLANS.put(overrides, known);
    }
    return known;
  }

  private static PlannedRun plan(List<String> overrides) {
    try {
      Path file = Files.createTempFile("reference", ".yaml");
      try {
        return Planner.plan(Files.writeString(file, SHORTEST), overrides);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A mapping with no more than must be written: {@code {type: dense, nOut: 32}}. */
  static String shortest(@Nullable String typeName, Class<?> type) {
    Map<String, String> written = new LinkedHashMap<>();
    if (typeName != null) {
      written.put(TypeKey.TYPE, typeName);
    }
    RecordKeys.of(type)
        .forEach(
            (name, key) -> {
              if (isRequired(key) && !name.equals("name")) {
                written.put(name, example(name, key.getAnnotatedType()));
              }
            });
    return written.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** A value that a key may have, at its place. */
  static String exampleAt(String path, String name, AnnotatedType declared) {
    String known = EXAMPLES_AT.get(path);
    return known == null ? example(name, declared) : known;
  }

  /** A value that a key may have. */
  static String example(String name, AnnotatedType declared) {
    Class<?> type = raw(declared);
    String known = EXAMPLES.get(name);
    if (known != null) {
      return known;
    }
    if (type.isEnum()) {
      return Words.of(type).get(0);
    }
    if (type.isSealed() && Choices.areNamed(type)) {
      Map.Entry<String, Class<?>> first = Choices.byName(type).entrySet().iterator().next();
      return shortest(first.getKey(), first.getValue());
    }
    if (type.isSealed()) {
      return Choices.word(type).map(word -> Words.of(word).get(0)).orElse("{}");
    }
    if (type == List.class) {
      Size size = declared.getAnnotation(Size.class);
      int times = size == null ? 1 : Math.max(1, size.min());
      String item = example("", argument(declared, 0));
      return "[" + String.join(", ", Collections.nCopies(times, item)) + "]";
    }
    Min min = declared.getAnnotation(Min.class);
    return type == Double.class
        ? "0.5"
        : type == Boolean.class
            ? "true"
            : type == String.class ? "text" : String.valueOf(min == null ? 1 : min.value());
  }
}
