package dev.epochal.core.spec.yaml;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything wrong that was found so far, to be said at once. */
public final class Problems {
  /** More than a person reads; a hostile file could have thousands. */
  private static final int MOST_SAID = 100;

  private record Located(Place place, Problem problem) {
    boolean isOf(Located other) {
      return place.equals(other.place) && problem.key().equals(other.problem.key());
    }
  }

  private final List<Located> found = new ArrayList<>();
  private final Set<String> doubted = new HashSet<>();

  public void add(Place place, String key, String rule) {
    add(place, key, rule, null);
  }

  public void add(Place place, String key, String rule, @Nullable String remedy) {
    Problem problem = new Problem(place.toString(), Quoted.path(key), rule, remedy);
    found.add(new Located(place, in(place.variant(), problem)));
    doubted.add(key);
  }

  /**
   * Adds a problem with what a key names, a file for instance.
   *
   * @param place of the key, among whose problems it is said
   */
  public void add(Place place, String key, Problem problem) {
    found.add(new Located(place, in(place.variant(), problem)));
    doubted.add(key);
  }

  /** Adds what was found in a variant where nothing was found in the spec itself. */
  public void addAll(String variant, Problems others) {
    for (Located other : others.found) {
      if (found.stream().noneMatch(here -> here.isOf(other))) {
        boolean said = !other.place().variant().isEmpty();
        found.add(said ? other : new Located(other.place(), in(variant, other.problem())));
      }
    }
  }

  /** These, less those that others have at the same place with the same key. */
  public Problems without(Problems others) {
    Problems rest = new Problems();
    found.stream()
        .filter(here -> others.found.stream().noneMatch(here::isOf))
        .forEach(rest.found::add);
    return rest;
  }

  private static Problem in(String variant, Problem problem) {
    return variant.isEmpty()
        ? problem
        : new Problem(
            problem.place(),
            ("variant " + Quoted.raw(variant) + ": " + problem.key()).stripTrailing(),
            problem.rule(),
            problem.remedy());
  }

  /** Marks a key whose value is not known, because it was probably meant by a mistyped one. */
  public void doubt(String key) {
    doubted.add(key);
  }

  /** Whether nothing is wrong with a key, with what it holds, and with what holds it. */
  public boolean sound(String key) {
    return doubted.stream().noneMatch(bad -> bad.equals(key) || holds(bad, key) || holds(key, bad));
  }

  private static boolean holds(String outer, String inner) {
    return inner.startsWith(outer)
        && (outer.isEmpty() || ".[".indexOf(inner.charAt(outer.length())) >= 0);
  }

  /** Whether there are so many that more would not be said. */
  public boolean areEnough() {
    return found.size() > MOST_SAID;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** By place. */
  public List<Problem> sorted() {
    return found.stream()
        .sorted(Comparator.comparing(Located::place))
        .map(Located::problem)
        .distinct()
        .toList();
  }

  /** All of them, as what is thrown; to be called when there is at least one. */
  public InvalidInputException exception() {
    List<Problem> all = sorted();
    if (all.size() <= MOST_SAID) {
      return new InvalidInputException(all);
    }
    List<Problem> said = new ArrayList<>(all.subList(0, MOST_SAID));
    said.add(Problem.of("and " + (all.size() - MOST_SAID) + " more problems"));
    return new InvalidInputException(said);
  }

  /**
   * Ends here when anything was found.
   *
   * @throws InvalidInputException with every problem
   */
  public void throwIfAny() {
    if (!isEmpty()) {
      throw exception();
    }
  }
}
