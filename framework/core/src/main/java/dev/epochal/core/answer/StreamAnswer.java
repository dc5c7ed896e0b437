package dev.epochal.core.answer;

import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.stats.Interval;
import dev.epochal.core.stats.Spread;
import dev.epochal.core.stats.VarianceEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Splits what chance does to a response between the streams of randomness. A stream's part is how
 * much the response varies when it alone changes; the whole is how much it varies with the one
 * seed, from which all of them follow.
 */
final class StreamAnswer {
  private static final String WHOLE = "seed";
  private static final String VARIANT = "variant";

  private static final Map<String, ToLongFunction<SeedPlan>> STREAMS = streams();

  private final Inquiry inquiry;
  private final List<AskedRun> runs;
  private final Map<AskedRun, Double> values = new LinkedHashMap<>();
  private final Map<AskedRun, SeedPlan> seeds = new LinkedHashMap<>();
  private final List<String> besides;
  private final List<String> circumstances;
  private final List<String> warnings = new ArrayList<>();

  private StreamAnswer(Inquiry inquiry, List<AskedRun> read, Response response) {
    this.inquiry = inquiry;
    this.runs = read;
    for (AskedRun run : read) {
      Reading reading = response.of(run);
      if (reading.lack() == Lack.NONE) {
        values.put(run, reading.value());
      }
      seeds.put(run, Streams.of(run));
    }
    boolean seedsAlone = read.stream().map(StreamAnswer::otherParams).distinct().count() == 1;
    besides =
        Design.varied(read).stream()
            .filter(name -> !Design.isSeed(name) && !(seedsAlone && name.equals(VARIANT)))
            .filter(name -> !AskedRun.CIRCUMSTANCES.contains(name))
            .toList();
    circumstances = Design.varied(read).stream().filter(AskedRun.CIRCUMSTANCES::contains).toList();
  }

  /** Variants may do nothing but hold seeds. */
  private static Map<String, String> otherParams(AskedRun run) {
    Map<String, String> params = new TreeMap<>(run.params());
    params.keySet().removeIf(name -> Design.isSeed(name) || name.equals(VARIANT));
    return params;
  }

  private static Map<String, ToLongFunction<SeedPlan>> streams() {
    Map<String, ToLongFunction<SeedPlan>> streams = new LinkedHashMap<>();
    streams.put("split", SeedPlan::split);
    streams.put("init", SeedPlan::init);
    streams.put("shuffle", SeedPlan::shuffle);
    streams.put("dropout", SeedPlan::dropout);
    return streams;
  }

  /**
   * The answer.
   *
   * @param read runs that count, none of them twice
   */
  static Answer of(Inquiry inquiry, List<AskedRun> read, Response response) {
    return new StreamAnswer(inquiry, read, response).answer();
  }

  /** A stream's estimate and the runs that it comes from. */
  private record Part(
      String stream, VarianceEstimate estimate, List<AskedRun> runs, int differentBits) {}

  private Answer answer() {
    List<Part> parts = new ArrayList<>();
    part(WHOLE, derived(), run -> Long.toString(plan(run).seed()), this::besides)
        .ifPresent(parts::add);
    @Nullable Part whole = parts.isEmpty() ? null : parts.get(0);
    STREAMS.forEach(
        (name, seed) ->
            part(
                    name,
                    runs,
                    run -> Long.toString(seed.applyAsLong(plan(run))),
                    run -> others(run, name))
                .ifPresent(parts::add));
    if (parts.isEmpty()) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--factor",
              "seeds needs runs in which one of seed, seeds.split, seeds.init, seeds.shuffle,"
                  + " seeds.dropout changes and the others do not",
              "./run SPEC seeds.init=1..5"));
    }
    List<AnswerStream> streams = shares(parts, whole);
    warn(parts, whole);
    List<Measured> measured = new ArrayList<>();
    for (Part part : parts) {
      for (AskedRun run : part.runs()) {
        double value = values.getOrDefault(run, Double.NaN);
        measured.add(new Measured(part.stream(), run.id(), value));
      }
    }
    Levels levels = new Levels(measured);
    return new Answer.Beside(
            new Answer(
                Inquiry.SEEDS,
                inquiry.response(),
                levels.names().stream().map(levels::summary).toList(),
                List.of(),
                null,
                whole == null ? Double.NaN : whole.estimate().sd(),
                // Of runs that differ in something else too, the range is not that of chance.
                whole == null || !besides.isEmpty() ? null : Spread.of(valuesOf(whole)),
                parts.stream().anyMatch(part -> part.differentBits() > 1)
                    ? Verdict.DIFFERENT
                    : Verdict.SAME,
                null,
                StreamSentence.of(inquiry.response(), streams),
                warnings))
        .streams(streams)
        .answer();
  }

  private SeedPlan plan(AskedRun run) {
    return Objects.requireNonNull(seeds.get(run));
  }

  /** Runs of which every stream follows from the seed. */
  private List<AskedRun> derived() {
    return runs.stream()
        .filter(run -> plan(run).equals(SeedPlan.derived(plan(run).seed())))
        .toList();
  }

  private String besides(AskedRun run) {
    return besides.stream().map(run::factor).collect(Collectors.joining("\n"));
  }

  /** Everything but one stream. */
  private String others(AskedRun run, String stream) {
    return besides(run)
        + STREAMS.entrySet().stream()
            .filter(other -> !other.getKey().equals(stream))
            .map(other -> "\n" + other.getValue().applyAsLong(plan(run)))
            .collect(Collectors.joining());
  }

  private interface Label {
    String of(AskedRun run);
  }

  private Optional<Part> part(String stream, List<AskedRun> among, Label level, Label group) {
    Map<String, Map<String, AskedRun>> groups = new LinkedHashMap<>();
    for (AskedRun run : among) {
      groups.computeIfAbsent(group.of(run), name -> new LinkedHashMap<>()).put(level.of(run), run);
    }
    groups.values().removeIf(one -> one.size() < 2);
    List<VarianceEstimate.Cell> cells = new ArrayList<>();
    List<AskedRun> used = new ArrayList<>();
    int again = 0;
    boolean differ = false;
    for (Map.Entry<String, Map<String, AskedRun>> one : groups.entrySet()) {
      Set<String> hashes = new HashSet<>();
      one.getValue()
          .forEach(
              (name, run) -> {
                used.add(run);
                if (run.parameters() != null) {
                  hashes.add(run.parameters());
                }
                Double value = values.get(run);
                if (value != null) {
                  cells.add(new VarianceEstimate.Cell(name, one.getKey(), value));
                }
              });
      differ |= hashes.size() > 1;
      again += one.getValue().size() - hashes.size();
    }
    int differentBits = differ ? used.size() - again : 1;
    return VarianceEstimate.of(cells)
        .map(estimate -> new Part(stream, estimate, List.copyOf(used), differentBits));
  }

  private List<AnswerStream> shares(List<Part> parts, @Nullable Part whole) {
    double all =
        whole != null
            ? whole.estimate().variance()
            : parts.stream().mapToDouble(part -> part.estimate().variance()).sum();
    List<AnswerStream> streams = new ArrayList<>();
    for (Part part : parts) {
      VarianceEstimate estimate = part.estimate();
      AnswerStream stream =
          new AnswerStream(
              part.stream(),
              estimate.n(),
              Arrays.stream(valuesOf(part)).average().orElse(Double.NaN),
              estimate.sd(),
              estimate.interval(),
              estimate.freedom(),
              null,
              null,
              part.differentBits());
      boolean isPart = !part.stream().equals(WHOLE) && all > 0;
      Interval interval = isPart && whole != null ? estimate.share(whole.estimate()) : null;
      streams.add(stream.of(isPart ? estimate.variance() / all : null, interval));
    }
    return streams;
  }

  private double[] valuesOf(Part part) {
    return part.runs().stream()
        .map(values::get)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private void warn(List<Part> parts, @Nullable Part whole) {
    Set<String> told = parts.stream().map(Part::stream).collect(Collectors.toSet());
    Set<String> untold = new LinkedHashSet<>(STREAMS.keySet());
    untold.removeAll(told);
    if (!untold.isEmpty()) {
      warnings.add(
          "no runs differ in %s alone: what that does is not known"
              .formatted(
                  untold.stream().map(name -> "seeds." + name).collect(Collectors.joining(", "))));
    }
    warnings.add(
        "a stream's part is how much the response varies when it alone changes, the others held; what"
            + " two do together counts for both, so that the parts need not add up to the whole");
    if (whole == null && untold.size() < STREAMS.size()) {
      warnings.add(
          "no runs differ in seed alone: the whole is taken to be the sum of the parts, as if no two"
              + " streams did anything together");
    }
    if (!besides.isEmpty()) {
      warnings.add(
          "these runs differ in %s too: only runs that agree in it are compared"
              .formatted(String.join(", ", besides)));
    }
    if (!circumstances.isEmpty()) {
      warnings.add(
          "these runs differ in %s too: what that does counts as chance"
              .formatted(String.join(", ", circumstances)));
    }
    int lacking = runs.size() - values.size();
    if (lacking > 0) {
      warnings.add(lacking + " of " + runs.size() + " runs have no number and tell of no variance");
    }
  }
}
