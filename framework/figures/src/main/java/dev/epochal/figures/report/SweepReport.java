package dev.epochal.figures.report;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepRecord;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The report of a sweep, as values: what was asked, what its trials answer, and how they were run.
 *
 * @param answer null when there is none
 * @param noAnswer why there is none; empty when there is one
 * @param trials in the order of their numbers
 * @param figures in the order in which they are shown
 * @param datasets each that a trial used, once
 * @param environment of the first trial that recorded one; empty when none did
 * @param differing keys of the environment that other trials have another value of
 * @param testReads how many trials read the test split
 * @param familyReads how often any run of this experiment read the same test images, these included
 */
public record SweepReport(
    SweepRecord sweep,
    @Nullable Answer answer,
    String noAnswer,
    List<Trial> trials,
    List<SweepPicture> figures,
    List<DatasetRecord> datasets,
    SortedMap<String, String> environment,
    List<String> differing,
    int testReads,
    int familyReads) {
  public SweepReport {
    trials = List.copyOf(trials);
    figures = List.copyOf(figures);
    datasets = List.copyOf(datasets);
    differing = List.copyOf(differing);
  }

  /**
   * A trial.
   *
   * @param values what the sweep set, by key
   * @param run id of its run
   * @param status null when there is no such run
   * @param remark what else there is to say of it; empty for nothing
   * @param response what the question is asked on; null when there is none
   * @param seconds of training; null when not known
   */
  public record Trial(
      int number,
      SortedMap<String, String> values,
      String run,
      @Nullable RunStatus status,
      String remark,
      @Nullable Double response,
      @Nullable Double seconds) {}

  /** The page: one file that needs no other. */
  public String html() {
    return SweepPage.of(this).html();
  }
}
