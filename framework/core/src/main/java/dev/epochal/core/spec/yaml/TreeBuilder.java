package dev.epochal.core.spec.yaml;

import dev.epochal.core.spec.yaml.YamlNode.Entry;
import dev.epochal.core.spec.yaml.YamlNode.Items;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import dev.epochal.core.spec.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Tag;

/** Builds the tree of one document from parser events, within bounds. */
final class TreeBuilder {
  /** A spec needs five levels. */
  static final int DEEPEST = 50;

  /** Nodes of the tree with every alias written out; a spec needs a hundred. */
  static final int MOST_NODES = 10_000;

  static final int MOST_ALIASES = 50;

  /** An anchored node, and how many nodes it is. */
  private record Anchored(YamlNode node, int nodes) {}

  private final Iterator<Event> events;
  private final Function<Mark, Place> places;
  private final Place whole;
  private final String key;
  private final Problems problems;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int nodes;
  private int aliases;

  TreeBuilder(
      Iterator<Event> events,
      Function<Mark, Place> places,
      Place whole,
      String key,
      Problems problems) {
    this.events = events;
    this.places = places;
    this.whole = whole;
    this.key = key;
    this.problems = problems;
  }

  YamlNode document() {
    events.next(); // the stream's start
    if (events.next().is(Event.ID.StreamEnd)) {
      return new Scalar(whole, "", true);
    }
    YamlNode root = node(events.next(), 1);
    events.next(); // the document's end
    Event after = events.next();
    if (!after.is(Event.ID.StreamEnd)) {
      throw refuse(place(after), "a second document starts here", "one file holds one spec");
    }
    return root;
  }

  private YamlNode node(Event event, int depth) {
    if (depth > DEEPEST) {
      throw refuse(place(event), "is nested deeper than " + DEEPEST + " levels", null);
    }
    if (event instanceof AliasEvent alias) {
      return alias(alias);
    }
    int before = nodes;
    count(event, 1);
    refuseTag(event);
    YamlNode node =
        event instanceof ScalarEvent scalar
            ? new Scalar(place(event), scalar.getValue(), scalar.isPlain())
            : event instanceof MappingStartEvent ? mapping(event, depth) : items(event, depth);
    String anchor = ((NodeEvent) event).getAnchor();
    if (anchor != null) {
      // Only now: an alias inside its own anchor finds nothing, so no tree holds itself.
      anchors.put(anchor, new Anchored(node, nodes - before));
    }
    return node;
  }

  private YamlNode alias(AliasEvent event) {
    Anchored anchored = anchors.get(event.getAnchor());
    if (anchored == null) {
      throw refuse(
          place(event), "*" + Quoted.raw(event.getAnchor()) + " stands for nothing yet", null);
    }
    if (++aliases > MOST_ALIASES) {
      throw refuse(place(event), "has more than " + MOST_ALIASES + " aliases", null);
    }
    count(event, anchored.nodes());
    return anchored.node();
  }

  private Items items(Event start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    for (Event next = events.next(); !next.is(Event.ID.SequenceEnd); next = events.next()) {
      items.add(node(next, depth + 1));
    }
    return new Items(place(start), items);
  }

  private Mapping mapping(Event start, int depth) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Event next = events.next(); !next.is(Event.ID.MappingEnd); next = events.next()) {
      YamlNode name = node(next, depth + 1);
      YamlNode value = node(events.next(), depth + 1);
      if (!(name instanceof Scalar scalar) || next instanceof AliasEvent) {
        problems.add(place(next), key, "a key must be a word, not " + name.kind());
      } else if (scalar.plain() && scalar.text().equals("<<")) {
        problems.add(
            place(next), key, "merge keys (<<) are not read", "write the keys out, or use extends");
      } else {
        add(entries, scalar, value);
      }
    }
    return new Mapping(place(start), entries);
  }

  private void add(Map<String, Entry> entries, Scalar name, YamlNode value) {
    Entry first = entries.putIfAbsent(name.text(), new Entry(name.place(), value));
    if (first != null) {
      problems.add(
          name.place(),
          key,
          "the key " + Quoted.text(name.text()) + " stands here twice",
          "it was first written at " + first.keyPlace());
    }
  }

  private void refuseTag(Event event) {
    String tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : ((CollectionStartEvent) event).getTag();
    if (tag != null) {
      problems.add(
          place(event),
          key,
          "has a YAML tag (" + written(tag) + "), which is not read",
          "remove it");
    }
  }

  private static String written(String tag) {
    return Quoted.raw(tag.startsWith(Tag.PREFIX) ? "!!" + tag.substring(Tag.PREFIX.length()) : tag);
  }

  private void count(Event event, int more) {
    nodes += more;
    if (nodes > MOST_NODES) {
      throw refuse(place(event), "holds more than " + MOST_NODES + " values", "is it a spec?");
    }
  }

  private Place place(Event event) {
    return places.apply(event.getStartMark());
  }

  private RuntimeException refuse(Place place, String rule, @Nullable String remedy) {
    problems.add(place, key, rule, remedy);
    return problems.exception();
  }
}
