package dev.epochal.core.planning;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.spec.SpecSource;
import dev.epochal.core.spec.SweepParameterSpec;
import dev.epochal.core.spec.SweepSpec;
import dev.epochal.core.spec.bind.Written;
import dev.epochal.core.sweep.Axis;
import dev.epochal.core.sweep.Distribution;
import dev.epochal.core.sweep.Distribution.Categorical;
import dev.epochal.core.sweep.Distribution.IntUniform;
import dev.epochal.core.sweep.Grid;
import dev.epochal.core.sweep.Search;
import dev.epochal.core.sweep.Search.DrawnKey;
import dev.epochal.core.sweep.SweepMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Finds the trials of a sweep, from the spec's {@code sweep} and the command line's values. */
final class SearchPlanner {
  private static final String SWEEP = "sweep";
  private static final String EXCLUDE = "sweep.exclude";
  private static final String PARAMETERS = "sweep.parameters.";
  private static final String SEED = "seed";

  private final SpecSource source;
  private final SweepSpec spec;

  /** Of the command line, which has the last word. */
  private final List<Axis> words;

  /** Of the command line too: keys that it gives one value. */
  private final Map<String, String> fixed;

  /**
   * A planner of one sweep.
   *
   * @param words keys that the command line gives several values
   * @param fixed the values of keys that it gives one
   */
  SearchPlanner(SpecSource source, SweepSpec spec, List<Axis> words, Map<String, String> fixed) {
    this.source = source;
    this.spec = spec;
    this.words = words;
    this.fixed = fixed;
  }

  /** The search; empty with a problem added when there is none. */
  Optional<Search> plan() {
    Map<String, Distribution> keys = keys();
    SweepMethod method = method();
    List<String> seeds = seeds();
    if (!seeds.isEmpty() && keys.containsKey(SEED)) {
      source.problem("sweep.repeats", "cannot be there when seed itself varies", "leave one out");
      return Optional.empty();
    }
    if (keys.isEmpty() && seeds.isEmpty()) {
      source.problem(SWEEP, "varies nothing", "give parameters, or repeats");
      return Optional.empty();
    }
    if (!source.sound(SWEEP)) {
      return Optional.empty();
    }
    return method == SweepMethod.GRID ? grid(keys, seeds) : drawn(method, keys, seeds);
  }

  SweepMethod method() {
    return spec.method() == null ? SweepMethod.GRID : spec.method();
  }

  /** What varies, in the order written, the command line's words last. */
  private Map<String, Distribution> keys() {
    Map<String, Distribution> keys = new LinkedHashMap<>();
    Map<String, SweepParameterSpec> parameters =
        Defaults.or(spec.parameters(), Map.<String, SweepParameterSpec>of());
    parameters.forEach(
        (key, parameter) -> {
          if (!fixed.containsKey(key)) {
            new DistributionPlanner(source, PARAMETERS + key, parameter)
                .plan()
                .ifPresent(distribution -> keys.put(key, distribution));
          }
        });
    words.forEach(axis -> keys.put(axis.key(), Categorical.of(axis.values())));
    return keys;
  }

  private List<String> seeds() {
    if (spec.repeats() == null) {
      return List.of();
    }
    long first = Defaults.or(source.spec().seed(), Defaults.SEED);
    return LongStream.range(0, spec.repeats()).mapToObj(i -> Long.toString(first + i)).toList();
  }

  private Optional<Search> grid(Map<String, Distribution> keys, List<String> seeds) {
    List<Axis> axes = new ArrayList<>();
    keys.forEach((key, distribution) -> axis(key, distribution).ifPresent(axes::add));
    if (!seeds.isEmpty()) {
      axes.add(new Axis(SEED, seeds));
    }
    if (!source.sound(SWEEP)) {
      return Optional.empty();
    }
    List<Map<String, String>> excluded = excluded(axes);
    if (!source.sound(SWEEP)) {
      return Optional.empty();
    }
    try {
      Grid grid = new Grid(axes, Defaults.or(spec.zip(), List.<List<String>>of()), excluded);
      for (Map<String, String> out : grid.excludedInVain()) {
        if (words.stream().noneMatch(axis -> out.containsKey(axis.key()))) {
          source.problem(
              EXCLUDE, "has " + out + ", which is no combination of the values", "leave it out");
        }
      }
      if (!source.sound(SWEEP)) {
        return Optional.empty();
      }
      List<Map<String, String>> all = grid.combinations();
      int most = Defaults.or(spec.runCap(), all.size());
      return Optional.of(new Search.Listed(all.subList(0, Math.min(most, all.size()))));
    } catch (InvalidInputException e) {
      source.problems(SWEEP, e);
      return Optional.empty();
    }
  }

  /**
   * The combinations to leave out, of keys that vary. The command line may fix a key: then those of
   * another value of it are out of question, and those of this one are told by their other keys.
   */
  private List<Map<String, String>> excluded(List<Axis> axes) {
    List<Map<String, String>> excluded = new ArrayList<>();
    for (Map<String, Written> combination :
        Defaults.or(spec.exclude(), List.<Map<String, Written>>of())) {
      Map<String, String> texts = new LinkedHashMap<>();
      boolean inQuestion = true;
      for (Map.Entry<String, Written> value : combination.entrySet()) {
        String key = value.getKey();
        String text = value.getValue().text();
        if (axes.stream().anyMatch(axis -> axis.key().equals(key))) {
          texts.put(key, text);
        } else if (fixed.containsKey(key)) {
          inQuestion &= Grid.same(text, fixed.get(key));
        } else {
          source.problem(
              EXCLUDE, "names " + key + ", which the sweep does not vary", "give it values");
        }
      }
      if (inQuestion) {
        excluded.add(texts);
      }
    }
    return excluded;
  }

  private Optional<Axis> axis(String key, Distribution distribution) {
    if (distribution instanceof Categorical categorical) {
      return Optional.of(new Axis(key, categorical.values()));
    }
    if (distribution instanceof IntUniform whole && whole.max() - whole.min() < 10_000) {
      return Optional.of(
          new Axis(
              key,
              LongStream.rangeClosed(whole.min(), whole.max()).mapToObj(Long::toString).toList()));
    }
    source.problem(
        PARAMETERS + key, "must have values for a grid", "or choose the method random or bayes");
    return Optional.empty();
  }

  private Optional<Search> drawn(
      SweepMethod method, Map<String, Distribution> keys, List<String> seeds) {
    if (spec.runCap() == null) {
      source.problem(
          SWEEP, "has no run_cap, without which it would never end", "write run_cap: 30");
      return Optional.empty();
    }
    for (String key : List.of("zip", "exclude")) {
      if (source.places().containsKey(SWEEP + "." + key)) {
        source.problem(SWEEP + "." + key, "is of grids alone", "leave it out");
      }
    }
    if (spec.runCap() < seeds.size()) {
      source.problem(
          "sweep.run_cap",
          "must be at least %d, the repeats of each point, but was %d"
              .formatted(seeds.size(), spec.runCap()),
          "repeat less, or allow more trials");
      return Optional.empty();
    }
    int points = spec.runCap() / Math.max(1, seeds.size());
    List<DrawnKey> drawn =
        keys.entrySet().stream().map(key -> new DrawnKey(key.getKey(), key.getValue())).toList();
    return Optional.of(
        new Search.Drawn(
            method == SweepMethod.BAYES,
            Defaults.or(spec.seed(), Defaults.SAMPLER_SEED),
            drawn,
            points,
            seeds));
  }
}
