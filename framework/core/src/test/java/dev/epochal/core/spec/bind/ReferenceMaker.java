package dev.epochal.core.spec.bind;

import dev.epochal.core.plan.Words;
import dev.epochal.core.planning.PlannedRun.Setting;
import dev.epochal.core.spec.ExperimentSpec;
import dev.epochal.core.spec.bind.SpecKeys.Planned;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;
import org.jspecify.annotations.Nullable;

/**
 * Makes the reference: a spec with every key at its default, each under what it is for. Keys
 * without a default, and types that are not the default, are comments.
 */
final class ReferenceMaker {
  private static final int WIDTH = 98;
  private static final int FEW = 6;
  private static final String COMMENT = "#| ";
  private static final String START =
      """
      # yaml-language-server: $schema=spec.schema.json
      #
      # Every key of a spec with its default, made from the code by ReferenceTest. It is a spec itself:
      # ./run validate experiments/reference.yaml. Behind #| stands what has no default, or is derived
      # from other keys, or is an alternative to what stands before it.
      """;

  /** Where the words of a type, or its choices, are listed. */
  private final Map<Class<?>, String> listed = new HashMap<>();

  private final StringBuilder text = new StringBuilder(START);

  private ReferenceMaker() {}

  static String reference() {
    ReferenceMaker maker = new ReferenceMaker();
    maker.record("", ExperimentSpec.class, SpecKeys.shortest(), "");
    return maker.text.toString();
  }

  private void record(String path, Class<?> type, Planned planned, String prefix) {
    RecordKeys.of(type)
        .forEach(
            (name, key) -> {
              if (path.isEmpty()) {
                line("", "");
              }
              key(Paths.child(path, name), name, key, planned, prefix);
            });
  }

  private void key(String path, String name, RecordComponent key, Planned planned, String prefix) {
    AnnotatedType declared = key.getAnnotatedType();
    Class<?> type = key.getType();
    if (SpecKeys.isSection(key)) {
      doc(prefix, SpecKeys.doc(key));
      section(path, name, type, planned, prefix);
    } else if (type.isRecord()) {
      String shortest = SpecKeys.shortest(null, type);
      doc(prefix, SpecKeys.doc(key) + " Only when it is written, at least as " + shortest + ".");
      line(commented(prefix), name + ":");
      record(path, type, planned.with(path + "=" + shortest), commented(prefix) + "  ");
    } else if (type.isSealed() && Choices.areNamed(type)) {
      boolean again = !listedAt(type, path).isEmpty();
      doc(prefix, SpecKeys.doc(key) + (again ? " As above." : ""));
      if (again) {
        line(commented(prefix), name + ": " + SpecKeys.example(name, declared));
      } else {
        choices(path, name, type, planned, prefix);
      }
    } else if (type == List.class && SpecKeys.raw(SpecKeys.argument(declared, 0)).isSealed()) {
      doc(prefix, SpecKeys.doc(key) + " Here: one of each type.");
      line(prefix, name + ":");
      items(path, SpecKeys.raw(SpecKeys.argument(declared, 0)), prefix + "  ");
    } else if (type == Map.class && SpecKeys.raw(SpecKeys.argument(declared, 1)).isRecord()) {
      doc(prefix, SpecKeys.doc(key) + " None by default.");
      line(commented(prefix), name + ":");
      line(commented(prefix), "  " + SpecKeys.KEY_THAT_VARIES + ":");
      record(
          path + "." + SpecKeys.KEY_THAT_VARIES,
          SpecKeys.raw(SpecKeys.argument(declared, 1)),
          planned,
          commented(prefix) + "    ");
    } else {
      value(path, name, key, planned.get(path), prefix);
    }
  }

  /** A section whose keys are all comments is one itself: a key cannot hold nothing. */
  private void section(String path, String name, Class<?> type, Planned planned, String prefix) {
    int start = text.length();
    line(prefix, name + ":");
    record(path, type, planned, prefix + "  ");
    String written = text.substring(start);
    boolean empty = written.lines().skip(1).allMatch(line -> line.strip().startsWith("#"));
    if (empty && !isComment(prefix)) {
      text.setLength(start);
      line(commented(prefix), name + ":");
      record(path, type, planned, commented(prefix) + "  ");
    }
  }

  private void value(
      String path, String name, RecordComponent key, @Nullable Setting setting, String prefix) {
    AnnotatedType declared = key.getAnnotatedType();
    boolean required = SpecKeys.isRequired(key);
    boolean isDefault = setting != null && setting.origin().equals("default");
    String otherwise = isDefault ? "" : required ? " Required." : without(key, setting);
    doc(prefix, SpecKeys.doc(key) + allowed(declared, path) + otherwise);
    String value = setting == null ? SpecKeys.exampleAt(path, name, declared) : setting.value();
    line(isDefault || required ? prefix : commented(prefix), name + ": " + value);
  }

  private static String without(RecordComponent key, @Nullable Setting setting) {
    if (SpecKeys.doc(key).contains("by default")) {
      return "";
    }
    return setting == null ? " None by default." : " By default: " + setting.origin() + ".";
  }

  /** One block for each type that can be chosen, all but the default's as comments. */
  private void choices(String path, String name, Class<?> type, Planned planned, String prefix) {
    String chosen = Optional.ofNullable(planned.get(path + ".type")).map(Setting::value).orElse("");
    Map<String, Class<?>> choices = Choices.byName(type);
    List<String> names = new ArrayList<>(choices.keySet());
    names.sort(Comparator.comparing(choice -> !choice.equals(chosen)));
    for (String choice : names) {
      String shown = choice.equals(chosen) ? prefix : commented(prefix);
      line(shown, name + ":");
      line(shown, "  type: " + choice);
      String written = SpecKeys.shortest(choice, choices.get(choice));
      record(path, choices.get(choice), planned.with(path + "=" + written), shown + "  ");
    }
  }

  /** A list with one item of each type, in an order in which they can follow each other. */
  private void items(String path, Class<?> type, String prefix) {
    Choices.byName(type).entrySet().stream()
        .sorted(Comparator.comparing(choice -> rank(path, choice.getKey(), choice.getValue())))
        .forEach(choice -> item(path, choice.getKey(), choice.getValue(), prefix));
  }

  private void item(String path, String name, Class<?> type, String prefix) {
    boolean last = name.equals("output");
    String layer = last ? "out" : SpecKeys.LAYER;
    Planned planned =
        last
            ? SpecKeys.shortest()
            : SpecKeys.shortest().with(path + "." + layer + "=" + first(name, type));
    text.append(prefix).append("- type: ").append(name).append('\n');
    RecordKeys.of(type)
        .forEach(
            (key, component) -> {
              if (key.equals("name")) {
                text.append(prefix).append("  name: ").append(last ? layer : name).append('\n');
              } else {
                key(path + "." + layer + "." + key, key, component, planned, prefix + "  ");
              }
            });
  }

  /** Images before what is flat, and the output last. */
  private int rank(String path, String name, Class<?> type) {
    if (name.equals("output")) {
      return 3;
    }
    String after = path + ".flat={first: true, type: dense, nOut: 9}";
    try {
      SpecKeys.shortest().with(after).with(path + "." + SpecKeys.LAYER + "=" + after(name, type));
      return name.equals("dense") ? 2 : 1;
    } catch (RuntimeException e) {
      // It needs an image.
      return 0;
    }
  }

  private static String first(String name, Class<?> type) {
    return SpecKeys.shortest(name, type).replace("{", "{first: true, ");
  }

  private static String after(String name, Class<?> type) {
    return SpecKeys.shortest(name, type).replace("{", "{after: flat, ");
  }

  private String allowed(AnnotatedType declared, String path) {
    Class<?> type = SpecKeys.raw(declared);
    if (type == List.class) {
      return items(SpecKeys.argument(declared, 0), path);
    }
    if (type.isEnum()) {
      List<String> words = Words.of(type);
      String first = listedAt(type, path);
      return words.size() > FEW && !first.isEmpty()
          ? " One of the words of " + first + "."
          : " One of " + String.join(", ", words) + ".";
    }
    if (type.isSealed()) {
      List<String> shapes = new ArrayList<>();
      Choices.word(type).ifPresent(word -> shapes.add(String.join(", ", Words.of(word))));
      Choices.list(type)
          .ifPresent(
              list -> {
                List<String> words = Choices.wordsInList(list);
                shapes.add(words.isEmpty() ? "a list" : "a list of " + String.join(", ", words));
              });
      Choices.mapping(type)
          .ifPresent(
              mapping ->
                  shapes.add(
                      RecordKeys.of(mapping).keySet().stream()
                          .map(key -> key + ": …")
                          .collect(Collectors.joining(", ", "{", "}"))));
      return " One of " + String.join(", or ", shapes) + ".";
    }
    return range(declared);
  }

  private String items(AnnotatedType item, String path) {
    return SpecKeys.raw(item).isEnum() ? allowed(item, path) : range(item);
  }

  /** Where a type was listed before; empty where it is listed now. */
  private String listedAt(Class<?> type, String path) {
    String before = listed.putIfAbsent(type, path.replace("." + SpecKeys.LAYER + ".", ".<name>."));
    return before == null ? "" : before;
  }

  private static String range(AnnotatedElement declared) {
    List<String> bounds = new ArrayList<>();
    Min min = declared.getAnnotation(Min.class);
    Max max = declared.getAnnotation(Max.class);
    DecimalMin from = declared.getAnnotation(DecimalMin.class);
    DecimalMax to = declared.getAnnotation(DecimalMax.class);
    if (min != null) {
      bounds.add("at least " + min.value());
    }
    if (from != null) {
      bounds.add((from.inclusive() ? "at least " : "greater than ") + from.value());
    }
    if (max != null) {
      bounds.add("at most " + max.value());
    }
    if (to != null) {
      bounds.add((to.inclusive() ? "at most " : "less than ") + to.value());
    }
    String range = String.join(", ", bounds);
    return range.isEmpty()
        ? ""
        : " " + range.substring(0, 1).toUpperCase(Locale.ROOT) + range.substring(1) + ".";
  }

  private void doc(String prefix, String doc) {
    for (String line : WordUtils.wrap(doc, WIDTH - prefix.length()).split("\n")) {
      line(prefix, "# " + line);
    }
  }

  private void line(String prefix, String line) {
    text.append(prefix).append(line).append('\n');
  }

  private static boolean isComment(String prefix) {
    return prefix.contains(COMMENT);
  }

  private static String commented(String prefix) {
    return isComment(prefix) ? prefix : prefix + COMMENT;
  }
}
