package dev.epochal.core.spec;

import dev.epochal.core.spec.yaml.Place;
import dev.epochal.core.spec.yaml.Problems;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A spec that was read, with what is to be known about how it was written.
 *
 * @param spec what it says; whole only as far as {@code problems} finds it sound
 * @param variant the variant that was laid over it, or {@code base}; null where it has none
 * @param file the spec's own place, for what was not written anywhere
 * @param places where each value was written, by dotted key; layers go by name
 * @param text YAML that says the same again, alone: kept as the run's {@code spec.yaml}
 * @param problems what reading found; planning adds to it
 */
public record SpecSource(
    ExperimentSpec spec,
    @Nullable String variant,
    Place file,
    SortedMap<String, Place> places,
    String text,
    Problems problems) {
  public SpecSource {
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
  }

  /** Whether a key, what it holds and what holds it are as they should be so far. */
  public boolean sound(String key) {
    return problems.sound(key);
  }

  /** Adds a problem with a key, at its place. */
  public void problem(String key, String rule, @Nullable String remedy) {
    problems.add(placeOf(key), key, rule, remedy);
  }

  /** Where a key was written; where the nearest key that holds it was, when it was not itself. */
  public Place placeOf(String key) {
    Place place = places.get(key);
    if (place != null) {
      return place;
    }
    int end = Math.max(key.lastIndexOf('.'), key.lastIndexOf('['));
    return end < 0 ? file : placeOf(key.substring(0, end));
  }
}
