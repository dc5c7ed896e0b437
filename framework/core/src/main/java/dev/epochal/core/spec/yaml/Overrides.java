package dev.epochal.core.spec.yaml;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.spec.yaml.YamlNode.Entry;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The command line's {@code key=value} words as a tree to be laid over the spec's. */
public final class Overrides {
  private final Problems problems;
  private final Function<String, Optional<String>> refusal;

  /** A branch that grows while words are read. */
  private static final class Branch {
    private final Map<String, Object> children = new LinkedHashMap<>();
  }

  private Overrides(Problems problems, Function<String, Optional<String>> refusal) {
    this.problems = problems;
    this.refusal = refusal;
  }

  /**
   * The tree of all words.
   *
   * @param refusal the sentence for a value, by its text, that is refused before it is read as YAML
   */
  public static Mapping parse(
      List<String> words, Function<String, Optional<String>> refusal, Problems problems) {
    Overrides overrides = new Overrides(problems, refusal);
    Branch root = new Branch();
    words.forEach(word -> overrides.add(root, word));
    return tree(root);
  }

  private void add(Branch root, String word) {
    int equals = word.indexOf('=');
    String key = equals < 0 ? word : word.substring(0, equals);
    List<String> segments = Arrays.asList(key.split("\\.", -1));
    if (word.startsWith("~")) {
      problems.add(
          Place.COMMAND_LINE,
          "",
          Quoted.text(word) + " removes a key, which is not part of this version yet");
    } else if (equals < 0) {
      problems.add(
          Place.COMMAND_LINE, "", Quoted.text(word) + " is not an override", "write key=value");
    } else if (segments.stream()
        .anyMatch(segment -> !segment.matches("[A-Za-z0-9_][A-Za-z0-9_-]*"))) {
      problems.add(
          Place.COMMAND_LINE, "", Quoted.text(key) + " is not a key", "write training.epochs=5");
    } else if (key.equals("extends")) {
      problems.add(Place.COMMAND_LINE, key, "can only stand in a file");
    } else {
      value(key, word.substring(equals + 1)).ifPresent(value -> put(root, segments, value, key));
    }
  }

  private Optional<YamlNode> value(String key, String text) {
    Optional<String> refused = refusal.apply(text);
    if (refused.isPresent()) {
      problems.add(Place.COMMAND_LINE, key, refused.get(), "give one value");
      return Optional.empty();
    }
    try {
      return Optional.of(new YamlParser(problems).value(key, text));
    } catch (InvalidInputException e) {
      // Already among the problems; it must not hide what is wrong elsewhere.
      return Optional.empty();
    }
  }

  private void put(Branch root, List<String> segments, YamlNode value, String key) {
    Branch branch = root;
    for (String segment : segments.subList(0, segments.size() - 1)) {
      Object child = branch.children.computeIfAbsent(segment, name -> new Branch());
      if (!(child instanceof Branch inner)) {
        problems.add(Place.COMMAND_LINE, key, "is set twice", "give it once");
        return;
      }
      branch = inner;
    }
    if (branch.children.putIfAbsent(segments.get(segments.size() - 1), value) != null) {
      problems.add(Place.COMMAND_LINE, key, "is set twice", "give it once");
    }
  }

  private static Mapping tree(Branch branch) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    branch.children.forEach(
        (name, child) ->
            entries.put(
                name,
                new Entry(
                    Place.COMMAND_LINE,
                    child instanceof Branch inner ? tree(inner) : (YamlNode) child)));
    return new Mapping(Place.COMMAND_LINE, entries);
  }
}
