package dev.epochal.runner.compare;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.stats.McNemar;
import dev.epochal.core.stats.NormalTest;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Lays runs side by side. */
public final class Comparer {
  private static final int MOST = 50;

  private final Registry registry;

  public Comparer(Registry registry) {
    this.registry = registry;
  }

  /**
   * What is wanted.
   *
   * @param runs as a person means them; the same one may be among them twice
   * @param against the run that the others are compared with; null for the baseline, or the first
   * @param metrics names; none for the usual ones
   * @param all everything: what is the same too, and every metric where none is named
   */
  public record Request(
      List<String> runs, @Nullable String against, List<String> metrics, boolean all) {
    public Request {
      runs = List.copyOf(runs);
      metrics = List.copyOf(metrics);
    }
  }

  /**
   * The comparison.
   *
   * @throws InvalidInputException when there are not 2 to 50 different runs, or a name is unknown
   */
  public Comparison compare(Request request) {
    List<RunDetail> runs = registry.outlines(request.against(), request.runs());
    check(runs.size());
    List<Facts> facts = runs.stream().map(Facts::of).toList();
    Metrics metrics = new Metrics(registry, runs);
    return new Comparison(
        runs.stream().map(run -> ComparedRun.of(run, run.baseline())).toList(),
        Difference.of(facts, request.all()),
        !request.metrics().isEmpty()
            ? metrics.named(request.metrics())
            : request.all() ? metrics.all() : metrics.usual(),
        pairs(facts));
  }

  private static void check(int runs) {
    if (runs < 2 || runs > MOST) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "RUN",
              "between 2 and "
                  + MOST
                  + " different runs can be compared, but there "
                  + (runs == 1 ? "was 1" : "were " + runs),
              runs < 2 ? "name another one; ./run list shows them" : "choose with --limit"));
    }
  }

  private static List<Pair> pairs(List<Facts> runs) {
    List<PairedTest> tests = tests(runs.stream().map(Facts::run).toList());
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i < runs.size(); i++) {
      pairs.add(
          new Pair(
              i,
              Factors.between(runs.get(0), runs.get(i)),
              bits(runs.get(0).run().hashes(), runs.get(i).run().hashes()),
              tests.get(i - 1)));
    }
    return pairs;
  }

  private static Pair.Bits bits(SortedMap<Integer, String> one, SortedMap<Integer, String> other) {
    if (one.isEmpty() || other.isEmpty() || !one.lastKey().equals(other.lastKey())) {
      return Pair.Bits.UNKNOWN;
    }
    return Objects.equals(one.get(one.lastKey()), other.get(other.lastKey()))
        ? Pair.Bits.SAME
        : Pair.Bits.DIFFERENT;
  }

  private static List<PairedTest> tests(List<RunDetail> runs) {
    TestPredictions reference = TestPredictions.of(runs.get(0));
    List<@Nullable McNemar> tables = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (RunDetail run : runs.subList(1, runs.size())) {
      TestPredictions predictions = TestPredictions.of(run);
      String reason = reference.incomparable(predictions);
      tables.add(reason == null ? reference.against(predictions) : null);
      reasons.add(reason == null ? "" : reason);
    }
    double[] adjusted =
        NormalTest.holm(
            tables.stream().mapToDouble(table -> table == null ? Double.NaN : table.p()).toArray());
    List<PairedTest> tests = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      McNemar table = tables.get(i);
      tests.add(
          table == null
              ? new PairedTest.NotTested(reasons.get(i))
              : new PairedTest.Tested(table, adjusted[i]));
    }
    return tests;
  }
}
