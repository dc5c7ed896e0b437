package dev.epochal.core.answer;

import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.LevelCurves;
import dev.epochal.core.figure.LevelStrips;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.figure.ParallelCoordinates;
import dev.epochal.core.figure.SeedSpread;
import dev.epochal.core.figure.SweepFigure;
import dev.epochal.core.figure.TimeQuality;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.stats.Spread;
import dev.epochal.core.stats.TimeTo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of an answer: made of the runs that it counts, and of no others. */
public final class QuestionFigures {
  /** The level of runs that are all of one kind. */
  private static final String ALL = "all";

  private static final String FALLBACK_METRIC = "validation.loss";

  private final Answer answer;
  private final Inquiry inquiry;
  private final FigureSubject subject;
  private final List<Shown> shown;
  private final boolean levels;

  private QuestionFigures(
      Answer answer, Inquiry inquiry, FigureSubject subject, List<AskedRun> runs) {
    this.answer = answer;
    this.inquiry = inquiry;
    this.subject = subject;
    this.shown = Shown.of(answer, inquiry, runs);
    this.levels = answer.spread() == null && !answer.factor().equals(Inquiry.SEEDS) && !chance();
  }

  /** The histories that the figures take, beside those that the answer does. */
  public static Set<String> needs(Inquiry inquiry) {
    Set<String> needs = new HashSet<>(inquiry.needs());
    needs.add(metric(inquiry.response()));
    needs.add(FALLBACK_METRIC);
    needs.add(FairBudget.SECONDS);
    return needs;
  }

  /**
   * The figures, in the order in which a reader wants them.
   *
   * @param inquiry the question as it was put
   * @param runs that it was put to, with the histories that {@link #needs} names
   * @param atOnce how many of them trained at once; 0 when nobody knows
   * @return by the name of their files, without an ending
   */
  public static Map<String, SweepFigure> of(
      Answer answer, Inquiry inquiry, List<AskedRun> runs, FigureSubject subject, int atOnce) {
    QuestionFigures figures = new QuestionFigures(answer, inquiry, subject, runs);
    Map<String, SweepFigure> all = new LinkedHashMap<>();
    if (figures.shown.isEmpty()) {
      return all;
    }
    if (figures.levels) {
      all.put(LevelStrips.NAME, figures.strips());
    } else if (answer.spread() != null) {
      all.put(SeedSpread.NAME, figures.spread());
    }
    if (!answer.factor().equals(Inquiry.SPLIT)) {
      // Of runs that differ in more than chance, one mean of all would say nothing.
      if (figures.levels || answer.spread() != null) {
        for (LossHistory.Axis axis : LossHistory.Axis.values()) {
          figures.curves(axis).ifPresent(curves -> all.put(name(axis), curves));
        }
      }
      figures.parallel().ifPresent(lines -> all.put(ParallelCoordinates.NAME, lines));
      if (figures.levels && answer.budget() == Budget.TRAINED) {
        figures.times(atOnce).ifPresent(times -> all.put(TimeQuality.NAME, times));
      }
    }
    return all;
  }

  /**
   * What was set and what came of it, of every run that says something: also of those that an
   * answer does not count, and where there is no answer.
   *
   * @return nothing where nothing varies, or fewer than two runs say anything
   */
  public static Optional<ParallelCoordinates> everyRun(
      Inquiry inquiry, List<AskedRun> runs, FigureSubject subject) {
    String asked = inquiry.responseOfRuns();
    Response response = Response.atTheEnd(asked);
    List<AskedRun> read = runs.stream().filter(run -> response.of(run).isRead()).toList();
    List<ParallelCoordinates.Axis> axes = VariedAxes.of(read, inquiry.factor());
    return axes.isEmpty() || read.size() < 2
        ? Optional.empty()
        : Optional.of(lines(asked, subject, axes, read, run -> response.of(run).value()));
  }

  private static ParallelCoordinates lines(
      String response,
      FigureSubject subject,
      List<ParallelCoordinates.Axis> axes,
      List<AskedRun> runs,
      ToDoubleFunction<AskedRun> value) {
    return new ParallelCoordinates(
        subject,
        response,
        RunAnswers.goal(response),
        axes,
        runs.stream()
            .map(
                run ->
                    new ParallelCoordinates.Line(
                        run.id(),
                        axes.stream().map(axis -> run.factor(axis.param())).toList(),
                        value.applyAsDouble(run)))
            .toList());
  }

  private static String name(LossHistory.Axis axis) {
    return axis == LossHistory.Axis.EPOCH ? LevelCurves.NAME : LevelCurves.NAME + "-" + axis.key();
  }

  private boolean chance() {
    return Design.isSeed(answer.factor());
  }

  private Goal goal() {
    return answer.factor().equals(Inquiry.SPLIT)
        ? RunAnswers.goal("test." + answer.response())
        : RunAnswers.goal(answer.response());
  }

  private String levelOf(Shown one) {
    return levels ? one.level() : ALL;
  }

  /** In the answer's order, then what it does not name. */
  private Map<String, List<Shown>> byLevel() {
    Map<String, List<Shown>> byLevel = new LinkedHashMap<>();
    if (levels) {
      answer.levels().forEach(level -> byLevel.put(level.level(), new ArrayList<>()));
    }
    for (Shown one : shown) {
      byLevel.computeIfAbsent(levelOf(one), level -> new ArrayList<>()).add(one);
    }
    byLevel.values().removeIf(List::isEmpty);
    return byLevel;
  }

  private LevelStrips strips() {
    Map<String, AnswerLevel> answered =
        answer.levels().stream().collect(Collectors.toMap(AnswerLevel::level, level -> level));
    List<LevelStrips.Level> rows = new ArrayList<>();
    byLevel()
        .forEach(
            (level, runs) -> {
              AnswerLevel numbers = answered.getOrDefault(level, AnswerLevel.none(level, 0));
              rows.add(
                  new LevelStrips.Level(
                      level,
                      numbers.mean(),
                      numbers.ci().low(),
                      numbers.ci().high(),
                      lacking(runs, Lack.UNREACHED),
                      lacking(runs, Lack.STOPPED),
                      runs.stream()
                          .map(one -> new LevelStrips.Dot(one.run().id(), one.block(), one.value()))
                          .toList()));
            });
    boolean paired =
        !answer.comparisons().isEmpty()
            && answer.comparisons().stream().allMatch(AnswerComparison::paired);
    return new LevelStrips(
        subject, answer.factor(), answer.response(), goal(), reference(), paired, rows);
  }

  private static int lacking(List<Shown> runs, Lack why) {
    return (int) runs.stream().filter(one -> one.lack() == why).count();
  }

  private @Nullable String reference() {
    return inquiry.reference();
  }

  private SeedSpread spread() {
    double[] values = shown.stream().mapToDouble(Shown::value).filter(Double::isFinite).toArray();
    Spread spread = values.length < 2 ? null : Spread.of(values);
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    return new SeedSpread(
        subject,
        answer.factor(),
        answer.response(),
        mean,
        spread == null ? Double.NaN : spread.sd(),
        spread == null ? Double.NaN : spread.interval().low(),
        spread == null ? Double.NaN : spread.interval().high(),
        (int)
            shown.stream()
                .map(one -> one.run().parameters())
                .filter(Objects::nonNull)
                .distinct()
                .count(),
        shown.stream()
            .map(one -> new SeedSpread.Dot(one.level(), one.run().id(), one.value()))
            .toList());
  }

  /** The metric over training that shows how the response came about. */
  static String metric(String response) {
    if (TimeTo.isCall(response)) {
      return TimeTo.parse(response).metric();
    }
    return response.startsWith("test.")
        ? "validation." + response.substring("test.".length())
        : response;
  }

  private Optional<LevelCurves> curves(LossHistory.Axis axis) {
    String wanted = metric(answer.response());
    boolean there = shown.stream().anyMatch(one -> one.run().history().containsKey(wanted));
    String metric = there ? wanted : FALLBACK_METRIC;
    List<LevelCurves.Curve> curves = new ArrayList<>();
    byLevel().forEach((level, runs) -> curves.add(LevelCourse.of(level, runs, metric, axis)));
    boolean empty = curves.stream().allMatch(curve -> curve.at().isEmpty());
    return empty
        ? Optional.empty()
        : Optional.of(
            new LevelCurves(
                subject, levels ? answer.factor() : ALL, metric, axis, reference(), curves));
  }

  private Optional<ParallelCoordinates> parallel() {
    List<ParallelCoordinates.Axis> axes =
        VariedAxes.of(shown.stream().map(Shown::run).toList(), answer.factor());
    if (axes.isEmpty() || shown.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new ParallelCoordinates(
            subject,
            answer.response(),
            goal(),
            axes,
            shown.stream()
                .map(
                    one ->
                        new ParallelCoordinates.Line(
                            one.run().id(),
                            axes.stream().map(axis -> one.run().factor(axis.param())).toList(),
                            one.value()))
                .toList()));
  }

  private Optional<TimeQuality> times(int atOnce) {
    List<TimeQuality.Point> points = Fronts.of(shown, goal());
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TimeQuality(
                subject,
                answer.factor(),
                answer.response(),
                goal(),
                atOnce,
                List.copyOf(byLevel().keySet()),
                points));
  }
}
