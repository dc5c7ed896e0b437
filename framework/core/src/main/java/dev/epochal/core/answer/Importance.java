package dev.epochal.core.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.stats.Explained;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of what came of runs goes with each param that was varied, each looked at alone: {@link
 * Explained} says by what measure. What params do together and what chance does is in no share, so
 * that shares need not sum to 1.
 *
 * @param response what came of them
 * @param n how many runs count
 * @param lacking how many more have no finite value, and are left out
 * @param params the largest share first, those without one last
 * @param why there is none at all; null where there are some
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Importance(
    String response, int n, int lacking, List<Param> params, @Nullable String why) {
  private static final int FEWEST = 4;

  public Importance {
    params = List.copyOf(params);
  }

  /**
   * One param.
   *
   * @param explained null when it cannot be had
   * @param why that is; null where it is there
   * @param with params whose values change with its own in all runs, so that nobody can tell which
   *     of them it is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Param(
      String param, @Nullable Explained explained, @Nullable String why, List<String> with) {
    public Param {
      with = List.copyOf(with);
    }
  }

  /** Of the runs that a question was put to, and on its response. */
  public static Importance of(Inquiry inquiry, List<AskedRun> runs) {
    String response = inquiry.responseOfRuns();
    Response read = Response.atTheEnd(response);
    List<AskedRun> said =
        Repetitions.newest(runs.stream().filter(run -> read.of(run).isRead()).toList());
    List<AskedRun> counted = said.stream().filter(run -> read.of(run).lack() == Lack.NONE).toList();
    int lacking = said.size() - counted.size();
    if (counted.size() < FEWEST) {
      return new Importance(
          response,
          counted.size(),
          lacking,
          List.of(),
          "it takes %d runs with a value at least; there are %d".formatted(FEWEST, counted.size()));
    }
    List<String> names = VariedAxes.set(counted, inquiry.factor());
    List<Param> params = new ArrayList<>();
    for (String name : names) {
      List<String> with =
          names.stream()
              .filter(other -> !other.equals(name) && sameGroups(counted, name, other))
              .toList();
      params.add(param(name, counted, read, with));
    }
    params.sort(
        Comparator.comparingDouble(
            param -> param.explained() == null ? 1 : -param.explained().share()));
    return new Importance(
        response,
        counted.size(),
        lacking,
        params,
        params.isEmpty() ? "nothing was varied in the runs that have a value" : null);
  }

  private static Param param(
      String name, List<AskedRun> runs, Response response, List<String> with) {
    Map<String, List<Double>> groups = new LinkedHashMap<>();
    for (AskedRun run : runs) {
      groups
          .computeIfAbsent(run.factor(name), value -> new ArrayList<>())
          .add(response.of(run).value());
    }
    boolean repeated = groups.values().stream().allMatch(group -> group.size() > 1);
    boolean numbers = groups.keySet().stream().allMatch(value -> value.matches(Levels.NUMBER));
    double[] y = runs.stream().mapToDouble(run -> response.of(run).value()).toArray();
    if (repeated) {
      return Explained.byGroups(groups.values().stream().map(Importance::array).toList())
          .map(explained -> new Param(name, explained, null, with))
          .orElseGet(() -> new Param(name, null, "all runs have the same value", with));
    }
    if (!numbers || Design.isSeed(name)) {
      return new Param(
          name, null, "some of its values were tried once, and they have no order", with);
    }
    double[] x = runs.stream().mapToDouble(run -> Double.parseDouble(run.factor(name))).toArray();
    return Explained.byRank(x, y)
        .map(explained -> new Param(name, explained, null, with))
        .orElseGet(() -> new Param(name, null, "there are too few runs for an order", with));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Whether each value of one goes with one value of the other, and the other way round. */
  private static boolean sameGroups(List<AskedRun> runs, String one, String other) {
    Map<String, String> there = new LinkedHashMap<>();
    Map<String, String> back = new LinkedHashMap<>();
    for (AskedRun run : runs) {
      String a = run.factor(one);
      String b = run.factor(other);
      if (!there.computeIfAbsent(a, value -> b).equals(b)
          || !back.computeIfAbsent(b, value -> a).equals(a)) {
        return false;
      }
    }
    return true;
  }
}
