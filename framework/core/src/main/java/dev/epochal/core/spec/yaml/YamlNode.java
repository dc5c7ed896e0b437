package dev.epochal.core.spec.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A value in a YAML document, with its place. */
public sealed interface YamlNode {
  Place place();

  /** What it is, in a sentence: {@code a list}. */
  String kind();

  /** The same, with each place as {@code places} has it. */
  YamlNode placed(UnaryOperator<Place> places);

  /** Keys with their values, in the order written. */
  record Mapping(Place place, Map<String, Entry> entries) implements YamlNode {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** With a key set. */
    public Mapping with(String key, Entry entry) {
      Map<String, Entry> more = new LinkedHashMap<>(entries);
      more.put(key, entry);
      return new Mapping(place, more);
    }

    /** Without a key. */
    public Mapping without(String key) {
      Map<String, Entry> fewer = new LinkedHashMap<>(entries);
      fewer.remove(key);
      return new Mapping(place, fewer);
    }

    /** The value of a key. */
    public Optional<YamlNode> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** The text of a key whose value is a scalar. */
    public Optional<String> text(String key) {
      return get(key).filter(Scalar.class::isInstance).map(value -> ((Scalar) value).text());
    }

    @Override
    public Mapping placed(UnaryOperator<Place> places) {
      Map<String, Entry> placed = new LinkedHashMap<>();
      entries.forEach(
          (key, entry) ->
              placed.put(
                  key, new Entry(places.apply(entry.keyPlace()), entry.value().placed(places))));
      return new Mapping(places.apply(place), placed);
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** A key's value, and where the key itself stands. */
  record Entry(Place keyPlace, YamlNode value) {}

  /** Values in order. */
  record Items(Place place, List<YamlNode> items) implements YamlNode {
    public Items {
      items = List.copyOf(items);
    }

    /** Whether each item is a mapping with a name, so that items can be told apart by it. */
    public boolean areNamed() {
      return items.stream()
          .allMatch(item -> item instanceof Mapping map && map.text("name").isPresent());
    }

    @Override
    public Items placed(UnaryOperator<Place> places) {
      return new Items(
          places.apply(place), items.stream().map(item -> item.placed(places)).toList());
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * A text, untyped: what it means is decided by the type of the key that it is for, so that {@code
   * no}, {@code 010} and {@code 1:30} mean what a reader takes them for.
   *
   * @param plain whether it was written without quotes
   */
  record Scalar(Place place, String text, boolean plain) implements YamlNode {
    /** Whether it says {@code null}, which takes an inherited value back. */
    public boolean isNull() {
      return plain && (text.equals("null") || text.equals("~"));
    }

    /** Whether nothing was written. */
    public boolean isEmpty() {
      return plain && text.isEmpty();
    }

    @Override
    public Scalar placed(UnaryOperator<Place> places) {
      return new Scalar(places.apply(place), text, plain);
    }

    @Override
    public String kind() {
      return isEmpty() ? "nothing" : plain ? Quoted.raw(text) : "the text " + Quoted.text(text);
    }
  }
}
