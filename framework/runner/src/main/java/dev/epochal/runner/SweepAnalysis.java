package dev.epochal.runner;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.Importance;
import dev.epochal.core.answer.QuestionFigures;
import dev.epochal.core.figure.ParallelCoordinates;
import dev.epochal.core.figure.SweepFigure;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import dev.epochal.runner.answer.AnswerMaker;
import dev.epochal.runner.answer.AnswerMaterial;
import dev.epochal.runner.answer.AnswerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the trials of a sweep say, for whoever shows it.
 *
 * @param response what is read of each trial, whether or not there is an answer
 * @param answer to the sweep's question; null when there is none
 * @param trouble why there is none; null when there is one
 * @param figures by their names; the parallel coordinates are of every trial that says something,
 *     and there without an answer too
 */
public record SweepAnalysis(
    String response,
    @Nullable Answer answer,
    @Nullable String trouble,
    Map<String, SweepFigure> figures,
    Importance importance) {

  /**
   * Of the trials as they are by now.
   *
   * @param sweep its id, a unique prefix of it, or its name
   * @throws EpochalException if there is no such sweep
   */
  public static SweepAnalysis of(Registry registry, String sweep) {
    AnswerRequest request = AnswerRequest.of(sweep);
    AnswerMaker maker = new AnswerMaker(registry);
    // Which histories are wanted depends on what is asked, which the sweep says.
    AnswerMaterial question = maker.material(request, Set.of());
    AnswerMaterial material = maker.material(request, QuestionFigures.needs(question.inquiry()));
    List<RunDetail> runs =
        registry.outlines(material.runs().stream().map(run -> run.id()).distinct().toList());
    Answer answer = null;
    String trouble = null;
    Map<String, SweepFigure> figures = new LinkedHashMap<>();
    try {
      answer = material.answer();
      figures.putAll(AnswerFigureFiles.of(material, answer, runs));
    } catch (InvalidInputException e) {
      trouble = SweepReports.noAnswer(e);
    }
    AnswerFigureFiles.everyRun(material, runs)
        .ifPresent(lines -> figures.put(ParallelCoordinates.NAME, lines));
    return new SweepAnalysis(
        material.inquiry().responseOfRuns(),
        answer,
        trouble,
        figures,
        Importance.of(material.inquiry(), material.runs()));
  }

  /**
   * What the trials of a sweep say, in a sentence and no more.
   *
   * @param sentence null when there is no answer
   * @param trouble why there is none; null when there is one
   */
  public record Said(@Nullable String sentence, @Nullable String trouble) {

    /**
     * Of the trials as they are by now.
     *
     * @param sweep its id
     * @throws EpochalException if there is no such sweep
     */
    public static Said of(Registry registry, String sweep) {
      AnswerMaterial material =
          new AnswerMaker(registry).material(AnswerRequest.of(sweep), Set.of());
      try {
        return new Said(material.answer().sentence(), null);
      } catch (InvalidInputException e) {
        return new Said(null, SweepReports.noAnswer(e));
      }
    }
  }
}
