package dev.epochal.core.spec.bind;

import dev.epochal.core.problem.Suggestions;
import dev.epochal.core.spec.yaml.InsertionPoint;
import dev.epochal.core.spec.yaml.Place;
import dev.epochal.core.spec.yaml.Problems;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys that are not there, with what was probably meant. */
final class UnknownKeys {
  private final KeyIndex index;
  private final Problems problems;

  UnknownKeys(Class<?> root, Problems problems) {
    this.index = KeyIndex.of(root);
    this.problems = problems;
  }

  /** Adds a problem for each key that the record type does not have. */
  void check(Mapping node, Class<?> type, String path) {
    List<String> known = new ArrayList<>(RecordKeys.of(type).keySet());
    if (Choices.of(type).isPresent()) {
      known.add(0, TypeKey.TYPE);
    }
    node.entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                unknown(entry.keyPlace(), key, known, type, path);
              }
            });
  }

  private void unknown(Place place, String key, List<String> known, Class<?> type, String path) {
    String child = Paths.child(path, key);
    if (key.startsWith("~")) {
      problems.add(
          place, Paths.child(path, key.substring(1)), "is not there to be removed", "leave it out");
      return;
    }
    if (InsertionPoint.WORDS.contains(key) && Choices.of(type).isPresent()) {
      problems.add(
          place,
          child,
          "is not a key",
          "it says where a layer is added to those of extends; here the order written counts");
      return;
    }
    Optional<String> owner = owner(key, type);
    if (owner.isPresent()) {
      problems.add(place, child, owner.get());
      return;
    }
    // Our words may be paths, where several keys are called so.
    Optional<String> ours = OtherWords.forKey(key);
    Optional<String> near =
        ours.map(UnknownKeys::last)
            .filter(known::contains)
            .or(() -> Suggestions.nearest(key, known));
    near.ifPresent(meant -> problems.doubt(Paths.child(path, meant)));
    Optional<String> elsewhere =
        ours.filter(index::has)
            .or(() -> ours.flatMap(index::elsewhere))
            .or(() -> index.elsewhere(key));
    problems.add(
        place,
        child,
        "is not a key",
        near.map(Suggestions::didYouMean)
            .or(() -> OtherWords.withoutKey(key))
            .or(() -> elsewhere.map(Suggestions::didYouMean))
            .orElseGet(() -> "the keys here are " + String.join(", ", known)));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Whether another choice of the same interface has the key. */
  private static Optional<String> owner(String key, Class<?> type) {
    if (Choices.of(type).isEmpty()) {
      return Optional.empty();
    }
    Map<String, Class<?>> choices = Choices.byName(Choices.of(type).get());
    List<String> owners =
        choices.entrySet().stream()
            .filter(other -> RecordKeys.of(other.getValue()).containsKey(key))
            .map(Map.Entry::getKey)
            .toList();
    String own =
        choices.entrySet().stream()
            .filter(other -> other.getValue() == type)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    return owners.isEmpty()
        ? Optional.empty()
        : Optional.of("is a key of " + String.join(", ", owners) + ", not of " + own);
  }
}
