package dev.epochal.core.spec.yaml;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.spec.yaml.YamlNode.Entry;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The command line's {@code key=value} and {@code ~key} words, as a tree to be laid over. */
public final class Overrides {
  private static final String KEY = "~?[A-Za-z0-9_][A-Za-z0-9_-]*(\\.[A-Za-z0-9_][A-Za-z0-9_-]*)*";

  /** What is about a file. */
  private static final Set<String> OF_FILES = Set.of("extends", "variants");

  private final Problems problems;
  private final Function<String, Optional<String>> refusal;
  private final Map<String, Place> places;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private Overrides(
      Map<String, Place> places, Function<String, Optional<String>> refusal, Problems problems) {
    this.places = places;
    this.refusal = refusal;
    this.problems = problems;
  }

  /**
   * The tree of all words.
   *
   * @param places of keys whose value was not written on the command line
   * @param refusal the sentence for a value, by its text, that is refused before it is read as YAML
   */
  public static Mapping parse(
      List<String> words,
      Map<String, Place> places,
      Function<String, Optional<String>> refusal,
      Problems problems) {
    Overrides overrides = new Overrides(places, refusal, problems);
    words.forEach(overrides::add);
    return Dotted.nested(new Mapping(Place.COMMAND_LINE, overrides.entries), problems);
  }

  private void add(String word) {
    int equals = word.indexOf('=');
    boolean removes = word.startsWith(TreeMerge.REMOVE);
    String key = equals < 0 ? word : word.substring(0, equals);
    if (equals < 0 && !removes) {
      refuse("", Quoted.text(word) + " is not an override", "write key=value");
    } else if (!key.matches(KEY)) {
      refuse("", Quoted.text(key) + " is not a key", "write training.epochs=5");
    } else if (OF_FILES.contains(key.replaceFirst("^~", "").replaceFirst("\\..*", ""))) {
      refuse(key, "can only stand in a file", null);
    } else if (removes && equals >= 0) {
      refuse(key.substring(1), "is removed by the ~, which takes no value", "write " + key);
    } else if (entries.containsKey(key)) {
      refuse(key, "is set twice", "give it once");
    } else {
      Place place = places.getOrDefault(key, Place.COMMAND_LINE);
      value(key, removes ? "" : word.substring(equals + 1))
          .map(value -> value.placed(typed -> place))
          .ifPresent(value -> entries.put(key, new Entry(place, value)));
    }
  }

  private Optional<YamlNode> value(String key, String text) {
    Optional<String> refused = refusal.apply(text);
    if (refused.isPresent()) {
      refuse(key, refused.get(), "give one value");
      return Optional.empty();
    }
    try {
      return Optional.of(new YamlParser(problems).value(key, text));
    } catch (InvalidInputException e) {
      // Already among the problems; it must not hide what is wrong elsewhere.
      return Optional.empty();
    }
  }

  private void refuse(String key, String rule, @Nullable String remedy) {
    problems.add(Place.COMMAND_LINE, key, rule, remedy);
  }
}
