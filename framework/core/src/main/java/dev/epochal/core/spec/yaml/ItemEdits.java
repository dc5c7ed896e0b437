package dev.epochal.core.spec.yaml;

import dev.epochal.core.problem.Suggestions;
import dev.epochal.core.spec.yaml.YamlNode.Entry;
import dev.epochal.core.spec.yaml.YamlNode.Items;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import dev.epochal.core.spec.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Edits a list of named items, such as layers: {@code fc: {nOut: 9}} changes one, {@code ~fc}
 * removes it, and one that says {@code after: fc}, {@code before: fc} or {@code first: true} is
 * added there.
 */
final class ItemEdits {
  private final TreeMerge merge;
  private final Problems problems;
  private final String path;
  private final Items base;
  private final List<YamlNode> items;
  private final List<String> names = new ArrayList<>();

  ItemEdits(TreeMerge merge, Problems problems, String path, Items base) {
    this.merge = merge;
    this.problems = problems;
    this.path = path;
    this.base = base;
    items = new ArrayList<>(base.items());
    items.forEach(item -> names.add(name(item)));
  }

  /** The list, edited by another list: a new item that does not say where comes last. */
  Items by(Items over) {
    Set<String> seen = new HashSet<>();
    for (YamlNode item : over.items()) {
      Mapping written = (Mapping) item;
      // Two of one name in the same list are a mistake that merging must not hide.
      if (seen.add(name(item)) && names.contains(name(item))) {
        change(name(item), written);
      } else {
        InsertionPoint.of(written, names, child(name(item)), problems)
            .insert(items, names, written);
      }
    }
    return new Items(base.place(), items);
  }

  /** The list, edited by a mapping of names. */
  Items by(Mapping over) {
    over.entries().forEach(this::edit);
    return new Items(base.place(), items);
  }

  private void edit(String key, Entry entry) {
    boolean removes = key.startsWith(TreeMerge.REMOVE);
    String name = removes ? key.substring(1) : key;
    if (removes && !TreeMerge.takesNoValue(entry)) {
      merge.refuseValue(child(name), entry);
    } else if (removes || (entry.value() instanceof Scalar scalar && scalar.isNull())) {
      remove(name, entry);
    } else if (!(entry.value() instanceof Mapping written)) {
      problems.add(
          entry.value().place(), child(name), "must be a mapping but was " + entry.value().kind());
    } else if (!written.text("name").orElse(name).equals(name)) {
      problems.add(
          written.get("name").orElseThrow().place(),
          child(name) + ".name",
          "must be "
              + Quoted.raw(name)
              + ", as the key says, but was "
              + Quoted.raw(written.text("name").orElseThrow()),
          "leave it out");
    } else if (names.contains(name)) {
      change(name, written);
    } else {
      add(name, entry.keyPlace(), written);
    }
  }

  private void remove(String name, Entry entry) {
    int index = names.indexOf(name);
    if (index < 0) {
      merge.missing(entry.keyPlace(), child(name), name, names);
    } else {
      items.remove(index);
      names.remove(index);
    }
  }

  private void change(String name, Mapping over) {
    int index = names.indexOf(name);
    if (InsertionPoint.isSaid(over)) {
      problems.add(
          InsertionPoint.place(over),
          child(name),
          "is there already, so it cannot be added",
          "give it another name, or remove the other with ~" + name);
    } else {
      items.set(index, merge.merge(child(name), (Mapping) items.get(index), over));
    }
  }

  private void add(String name, Place place, Mapping written) {
    if (!InsertionPoint.isSaid(written)) {
      problems.add(
          place,
          child(name),
          "is not there",
          written.get("type").isPresent()
              ? "to add it, say after: <layer>, before: <layer> or first: true"
              : Suggestions.oneOf(name, names));
      return;
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    entries.put("name", new Entry(place, new Scalar(place, name, true)));
    entries.putAll(written.entries());
    Mapping item = new Mapping(written.place(), entries);
    InsertionPoint.of(item, names, child(name), problems).insert(items, names, item);
  }

  private String child(String name) {
    return TreeMerge.child(path, name);
  }

  private static String name(YamlNode item) {
    return ((Mapping) item).text("name").orElseThrow();
  }
}
