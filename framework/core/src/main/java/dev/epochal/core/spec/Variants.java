package dev.epochal.core.spec;

import dev.epochal.core.problem.Suggestions;
import dev.epochal.core.spec.yaml.Dotted;
import dev.epochal.core.spec.yaml.Place;
import dev.epochal.core.spec.yaml.Problems;
import dev.epochal.core.spec.yaml.Quoted;
import dev.epochal.core.spec.yaml.YamlNode;
import dev.epochal.core.spec.yaml.YamlNode.Entry;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import dev.epochal.core.spec.yaml.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The patches that a spec names under {@code variants}. */
final class Variants {
  /** The spec without any of them. */
  static final String BASE = "base";

  static final String VARIANT = "variant";
  static final String VARIANTS = "variants";

  /** What says which patches there are; none of it can be patched. */
  private static final List<String> NOT_PATCHED = List.of("extends", VARIANTS, VARIANT, "sweep");

  private final Map<String, Entry> patches;

  Variants(Mapping written) {
    patches =
        written.get(VARIANTS).orElse(null) instanceof Mapping named ? named.entries() : Map.of();
  }

  /** The names of those that a file has itself, and not from one that it extends. */
  List<String> of(Place file) {
    return patches.entrySet().stream()
        .filter(patch -> patch.getValue().keyPlace().source().equals(file.source()))
        .filter(patch -> patch.getValue().value() instanceof Mapping)
        .map(Map.Entry::getKey)
        .limit(ExperimentSpec.MOST_VARIANTS)
        .toList();
  }

  /**
   * The name that was asked for, {@code base} where there are variants to be asked for; null where
   * there are none. A name that is none is a problem.
   *
   * @param written the spec's files
   * @param commandLine what is laid over them
   */
  @Nullable String chosen(Mapping written, Mapping commandLine, Problems problems) {
    Optional<YamlNode> asked =
        commandLine.entries().containsKey("~" + VARIANT)
            ? Optional.empty()
            : commandLine.get(VARIANT).or(() -> written.get(VARIANT));
    String otherwise = patches.isEmpty() ? null : BASE;
    if (!(asked.orElse(null) instanceof Scalar name) || name.isNull() || name.isEmpty()) {
      return otherwise;
    }
    if (name.text().equals(BASE) || patches.containsKey(name.text())) {
      return name.text();
    }
    List<String> names = Stream.concat(Stream.of(BASE), patches.keySet().stream()).toList();
    problems.add(
        name.place(),
        VARIANT,
        (names.size() == 1
                ? "must be base, as the spec has no variants,"
                : "must be one of " + String.join(", ", names))
            + " but was "
            + Quoted.raw(name.text()),
        Suggestions.nearest(name.text(), names).map(Suggestions::didYouMean).orElse(null));
    return otherwise;
  }

  /** A variant's patch, whose places say that they are part of it; nothing for {@code base}. */
  Mapping patch(@Nullable String name, Problems problems) {
    Entry patch = name == null ? null : patches.get(name);
    if (name == null || patch == null || !(patch.value() instanceof Mapping written)) {
      return new Mapping(Place.of(""), Map.of());
    }
    Mapping placed = written.placed(place -> place.in(name));
    Map<String, Entry> entries = new LinkedHashMap<>(Dotted.nested(placed, problems).entries());
    for (String key : NOT_PATCHED) {
      Entry refused = entries.remove(key);
      if (refused != null) {
        problems.add(refused.keyPlace(), key, "cannot stand in a variant", "leave it out");
      }
    }
    return new Mapping(placed.place(), entries);
  }

  /**
   * A tree with a variant laid in already, so that it asks for the same run when it stands alone.
   */
  static Mapping settled(Mapping tree, @Nullable String chosen) {
    Map<String, Entry> entries = new LinkedHashMap<>(tree.entries());
    entries.remove(VARIANT);
    entries.remove(VARIANTS);
    if (chosen != null) {
      Place place = tree.place();
      entries.put(VARIANT, new Entry(place, new Scalar(place, chosen, true)));
      if (!chosen.equals(BASE)) {
        Mapping nothing = new Mapping(place, Map.of());
        Mapping names = new Mapping(place, Map.of(chosen, new Entry(place, nothing)));
        entries.put(VARIANTS, new Entry(place, names));
      }
    }
    return new Mapping(tree.place(), entries);
  }

  /** Where {@code base} is taken for a variant's name. */
  void checkNames(Problems problems) {
    Entry base = patches.get(BASE);
    if (base != null) {
      problems.add(
          base.keyPlace(),
          VARIANTS + "." + BASE,
          "is what the spec without a variant is called",
          "give it another name");
    }
  }
}
