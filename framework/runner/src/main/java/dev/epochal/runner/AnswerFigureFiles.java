package dev.epochal.runner;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.AskedRun;
import dev.epochal.core.answer.QuestionFigures;
import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.ParallelCoordinates;
import dev.epochal.core.figure.SweepFigure;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import dev.epochal.registry.SweepDetail;
import dev.epochal.runner.answer.AnswerMaterial;
import dev.epochal.runner.figures.MadeFigure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of an answer, as data and as files. */
public final class AnswerFigureFiles {
  private AnswerFigureFiles() {}

  /** Where the figures of a sweep lie when nobody says otherwise. */
  public static Path folder(SweepDetail sweep) {
    return Objects.requireNonNull(
        new SweepFolder(sweep.folder()).figureData("any").toAbsolutePath().getParent());
  }

  /**
   * Draws the figures into a folder: data and drawing of each.
   *
   * @param material of the answer, with the histories that the figures take
   * @throws dev.epochal.core.problem.EpochalException if one cannot be drawn or written
   */
  public static List<DrawnFigure> write(
      Registry registry, AnswerMaterial material, Answer answer, Path folder) {
    List<RunDetail> runs = registry.outlines(material.runs().stream().map(AskedRun::id).toList());
    List<DrawnFigure> drawn = new ArrayList<>();
    of(material, answer, runs)
        .forEach(
            (name, data) ->
                drawn.add(DrawnFigure.in(new MadeFigure(name, data, null, false), folder, name)));
    return drawn;
  }

  /**
   * The figures by the names of their files.
   *
   * @param runs what the registry knows of those that were asked
   */
  static Map<String, SweepFigure> of(AnswerMaterial material, Answer answer, List<RunDetail> runs) {
    SweepDetail sweep = material.sweep();
    return QuestionFigures.of(
        answer,
        material.inquiry(),
        material.runs(),
        subject(sweep, runs),
        sweep == null ? 0 : sweep.record().jobs());
  }

  /** What was set and what came of it, of every run that says something to the question. */
  static Optional<ParallelCoordinates> everyRun(AnswerMaterial material, List<RunDetail> runs) {
    return QuestionFigures.everyRun(
        material.inquiry(), material.runs(), subject(material.sweep(), runs));
  }

  private static FigureSubject subject(@Nullable SweepDetail sweep, List<RunDetail> runs) {
    List<DatasetRecord> datasets =
        runs.stream().map(RunDetail::dataset).filter(Objects::nonNull).toList();
    String used =
        datasets.stream().map(DatasetRecord::used).distinct().collect(Collectors.joining(", "));
    return FigureSubject.ofRuns(
        sweep == null ? null : sweep.summary().name(),
        sweep == null ? "" : sweep.summary().id(),
        used.isEmpty() ? "unknown" : used,
        notice(datasets));
  }

  /** What is loud of one run is loud of many: how many of them it concerns. */
  private static @Nullable String notice(List<DatasetRecord> datasets) {
    Map<String, Integer> notices = new LinkedHashMap<>();
    for (DatasetRecord dataset : datasets) {
      String notice = dataset.notice();
      if (notice != null) {
        notices.merge(notice, 1, Integer::sum);
      }
    }
    return notices.isEmpty()
        ? null
        : notices.entrySet().stream()
            .map(
                one ->
                    one.getValue() == datasets.size()
                        ? one.getKey()
                        : "%d of %d runs: %s"
                            .formatted(one.getValue(), datasets.size(), one.getKey()))
            .collect(Collectors.joining("; "));
  }
}
