package dev.epochal.core.spec.yaml;

import dev.epochal.core.problem.Suggestions;
import dev.epochal.core.spec.yaml.YamlNode.Entry;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import dev.epochal.core.spec.yaml.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a new item goes in a list of named ones, as the item itself says. */
public record InsertionPoint(int index) {
  static final String AFTER = "after";
  static final String BEFORE = "before";
  static final String FIRST = "first";

  /** The words that say where. */
  public static final List<String> WORDS = List.of(AFTER, BEFORE, FIRST);

  /** Whether an item says where it goes. */
  static boolean isSaid(Mapping item) {
    return WORDS.stream().anyMatch(item.entries()::containsKey);
  }

  /** Where an item that says so says so. */
  static Place place(Mapping item) {
    return said(item).get(0).getValue().keyPlace();
  }

  /** The point: the end, where the item says none, or one that is not there, which is a problem. */
  static InsertionPoint of(Mapping item, List<String> names, String path, Problems problems) {
    InsertionPoint end = new InsertionPoint(names.size());
    List<Map.Entry<String, Entry>> said = said(item);
    if (said.isEmpty()) {
      return end;
    }
    String word = said.get(0).getKey();
    YamlNode value = said.get(0).getValue().value();
    String text = value instanceof Scalar scalar ? scalar.text() : "";
    int neighbour = names.indexOf(text);
    if (said.size() > 1) {
      problems.add(
          said.get(1).getValue().keyPlace(),
          path,
          "says both " + word + " and " + said.get(1).getKey(),
          "say one of " + String.join(", ", WORDS));
    } else if (word.equals(FIRST)) {
      if (text.equals("true")) {
        return new InsertionPoint(0);
      }
      problems.add(value.place(), path + "." + word, "must be true but was " + value.kind());
    } else if (neighbour >= 0) {
      return new InsertionPoint(word.equals(AFTER) ? neighbour + 1 : neighbour);
    } else {
      problems.add(
          value.place(),
          path + "." + word,
          "must be the name of one that is there but was " + value.kind(),
          Suggestions.oneOf(text, names));
    }
    return end;
  }

  /** Adds the item here, without the word that says where. */
  void insert(List<YamlNode> items, List<String> names, Mapping item) {
    Map<String, Entry> entries = new LinkedHashMap<>(item.entries());
    WORDS.forEach(entries::remove);
    items.add(index, new Mapping(item.place(), entries));
    names.add(index, item.text("name").orElseThrow());
  }

  private static List<Map.Entry<String, Entry>> said(Mapping item) {
    return item.entries().entrySet().stream()
        .filter(entry -> WORDS.contains(entry.getKey()))
        .toList();
  }
}
