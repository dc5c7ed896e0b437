package dev.epochal.core.planning;

import dev.epochal.core.answer.Asked;
import dev.epochal.core.plan.ValidationMetric;
import dev.epochal.core.plan.Words;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.spec.DataPath;
import dev.epochal.core.spec.EarlyTerminateSpec;
import dev.epochal.core.spec.EarlyTerminateSpec.Asha;
import dev.epochal.core.spec.EarlyTerminateSpec.Median;
import dev.epochal.core.spec.QuestionSpec;
import dev.epochal.core.spec.SpecReader;
import dev.epochal.core.spec.SpecSource;
import dev.epochal.core.spec.SweepSpec;
import dev.epochal.core.spec.yaml.Place;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.stats.TimeTo;
import dev.epochal.core.sweep.Axis;
import dev.epochal.core.sweep.EarlyStop;
import dev.epochal.core.sweep.Grid;
import dev.epochal.core.sweep.Question;
import dev.epochal.core.sweep.Search;
import dev.epochal.core.sweep.SeveralValues;
import dev.epochal.core.sweep.SweepPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a sweep of a spec that has one, or of a command line that gives keys several values. */
public final class SweepPlanner {
  private static final String METRIC = "sweep.metric.name";
  private static final String REFERENCE = "sweep.question.reference";

  private final SpecSource source;
  private final SweepSpec spec;
  private final boolean testMayChoose;

  private SweepPlanner(SpecSource source, SweepSpec spec, boolean testMayChoose) {
    this.source = source;
    this.spec = spec;
    this.testMayChoose = testMayChoose;
  }

  /**
   * The sweep that is asked for; empty when one run is.
   *
   * @param words {@code key=value} or {@code ~key} each; a value may be several
   * @param testMayChoose whether a metric of the test split may choose between trials
   * @throws InvalidInputException with every problem, those of the trials among them
   */
  public static Optional<PlannedSweep> plan(Path file, List<String> words, boolean testMayChoose) {
    List<Axis> axes = new ArrayList<>();
    List<String> fixed = new ArrayList<>();
    Map<String, String> fixedValues = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      String value = word.substring(equals + 1);
      if (equals > 0 && !word.startsWith("~") && SeveralValues.isMeant(value)) {
        axes.add(axis(word.substring(0, equals), value));
      } else {
        fixed.add(DataPath.absolute(word));
        fixedValues.put(equals < 0 ? word : word.substring(0, equals), value);
      }
    }
    SpecReader reader = new SpecReader(file, fixed);
    SpecSource source = reader.asked();
    SweepSpec written = source.spec().sweep();
    if (axes.isEmpty() && written == null) {
      return Optional.empty();
    }
    SweepSpec spec = written == null ? empty() : written;
    SearchPlanner search = new SearchPlanner(source, spec, axes, fixedValues);
    Optional<SweepPlan> plan = new SweepPlanner(source, spec, testMayChoose).plan(search);
    if (plan.isEmpty()) {
      source.problems().throwIfAny();
    }
    PlannedSweep sweep =
        new PlannedSweep(
            plan.orElseThrow(),
            file,
            fixed,
            places(plan.orElseThrow(), source, axes),
            reader.whole());
    new TrialCheck(sweep).check();
    return Optional.of(sweep);
  }

  /**
   * The sweep that a spec has, without its trials; empty with problems added when there is none.
   */
  static Optional<SweepPlan> plan(SpecSource source, SweepSpec spec) {
    return new SweepPlanner(source, spec, false)
        .plan(new SearchPlanner(source, spec, List.of(), Map.of()));
  }

  private static SweepSpec empty() {
    return new SweepSpec(null, null, null, null, null, null, null, null, null, null);
  }

  private Optional<SweepPlan> plan(SearchPlanner searches) {
    Optional<Search> search = searches.plan();
    String metric = metric();
    EarlyStop stop = earlyStop();
    checkMetric(metric, stop);
    QuestionSpec asked = spec.question();
    if (asked != null) {
      checkCall("sweep.question.response", Defaults.or(asked.response(), Defaults.RESPONSE));
      Defaults.or(asked.also(), List.<String>of())
          .forEach(response -> checkCall("sweep.question.also", response));
    }
    if (search.isEmpty() || !source.sound("sweep")) {
      return Optional.empty();
    }
    Question question = question(varied(search.get()));
    checkReference(question, search.get());
    if (!source.sound("sweep")) {
      return Optional.empty();
    }
    Goal goal =
        spec.metric() == null || spec.metric().goal() == null
            ? Goal.of(metric).orElse(Goal.MIN)
            : spec.metric().goal().goal();
    return Optional.of(
        new SweepPlan(
            source.spec().name(), searches.method(), search.get(), metric, goal, stop, question));
  }

  private String metric() {
    return spec.metric() == null
        ? Defaults.SWEEP_METRIC
        : Defaults.or(spec.metric().name(), Defaults.SWEEP_METRIC);
  }

  /**
   * Choosing by the test split makes its numbers those of the luckiest trial: by any method, since
   * the best trial is told by this metric.
   */
  private void checkMetric(String metric, @Nullable EarlyStop stop) {
    if (SweepPlan.isOfTest(metric) && !testMayChoose) {
      source.problem(
          METRIC,
          "must not be of the test split, which would then have chosen among the trials, but was "
              + metric,
          "name "
              + metric.replaceFirst("(^|\\.)test\\.", "$1validation.")
              + ", or say --allow-test-selection");
    }
    List<String> ofEpochs = Words.of(ValidationMetric.class);
    if (stop != null && !ofEpochs.contains(metric)) {
      source.problem(
          METRIC,
          "must be one of "
              + String.join(", ", ofEpochs)
              + ", which every epoch yields, for early_terminate but was "
              + metric,
          null);
    }
  }

  private @Nullable EarlyStop earlyStop() {
    EarlyTerminateSpec asked = spec.earlyTerminate();
    if (asked instanceof Asha asha) {
      return new EarlyStop.Asha(
          Defaults.or(asha.minIter(), Defaults.ASHA.minEpochs()),
          Defaults.or(asha.eta(), Defaults.ASHA.eta()));
    }
    if (asked instanceof Median median) {
      return new EarlyStop.Median(
          Defaults.or(median.minIter(), Defaults.MEDIAN.minEpochs()),
          Defaults.or(median.minTrials(), Defaults.MEDIAN.minTrials()));
    }
    return null;
  }

  /** Several keys that vary leave the factor open, unless all but one are seeds. */
  private Question question(Set<String> varied) {
    QuestionSpec asked =
        spec.question() == null
            ? new QuestionSpec(null, null, null, null, null, null, null, null)
            : spec.question();
    List<String> factors =
        varied.stream()
            .filter(key -> !isSeed(key))
            .filter(key -> !key.equals(asked.bestOf()))
            .toList();
    String only = factors.size() == 1 ? factors.get(0) : varied.size() == 1 ? first(varied) : null;
    String response = Defaults.or(asked.response(), Defaults.RESPONSE);
    return new Question(
        asked.text(),
        asked.factor() == null ? only : asked.factor(),
        response,
        asked.reference() == null ? null : asked.reference().text(),
        Defaults.or(asked.margin(), Asked.usualMargin(response)),
        asked.bestOf(),
        Defaults.or(asked.also(), List.<String>of()));
  }

  /** A level that no trial has is found out now, not when all are done; seeds are not compared. */
  private void checkReference(Question question, Search search) {
    String factor = question.factor();
    String reference = question.reference();
    if (factor == null
        || isSeed(factor)
        || reference == null
        || !(search instanceof Search.Listed listed)) {
      return;
    }
    List<String> levels =
        listed.values().stream()
            .flatMap(values -> Stream.ofNullable(values.get(factor)))
            .distinct()
            .toList();
    if (!levels.isEmpty() && levels.stream().noneMatch(level -> Grid.same(level, reference))) {
      source.problem(
          REFERENCE,
          "must be a value of %s, which are %s, but was %s"
              .formatted(factor, String.join(", ", levels), reference),
          "on the command line: " + REFERENCE + "=" + levels.get(0));
    }
  }

  /** A comma in a list's brackets cuts a call in two, unless it is quoted. */
  private void checkCall(String key, String metric) {
    try {
      if (TimeTo.isCall(metric)) {
        TimeTo.parse(metric);
      }
    } catch (InvalidInputException e) {
      source.problem(
          key,
          "must be a metric or a call, such as epochsTo(validation.accuracy, 0.8), but was "
              + metric,
          "quote a call that stands in brackets: its comma ends an item there");
    }
  }

  private static boolean isSeed(String key) {
    return key.equals("seed") || key.startsWith("seeds.");
  }

  private static String first(Set<String> keys) {
    return keys.iterator().next();
  }

  private static Set<String> varied(Search search) {
    Set<String> keys = new LinkedHashSet<>();
    if (search instanceof Search.Listed listed) {
      listed.values().forEach(values -> keys.addAll(values.keySet()));
    } else if (search instanceof Search.Drawn drawn) {
      drawn.keys().forEach(key -> keys.add(key.key()));
      if (!drawn.seeds().isEmpty()) {
        keys.add("seed");
      }
    }
    return keys;
  }

  private static Map<String, Place> places(
      SweepPlan plan, SpecSource source, List<Axis> commandLine) {
    Map<String, Place> places = new LinkedHashMap<>();
    for (String key : varied(plan.search())) {
      boolean typed = commandLine.stream().anyMatch(axis -> axis.key().equals(key));
      places.put(key, typed ? Place.COMMAND_LINE : source.placeOf("sweep.parameters." + key));
    }
    return places;
  }

  private static Axis axis(String key, String text) {
    try {
      return new Axis(key, SeveralValues.of(text));
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          e.problems().stream()
              .map(problem -> new Problem("command line", key, problem.rule(), problem.remedy()))
              .toList());
    }
  }
}
