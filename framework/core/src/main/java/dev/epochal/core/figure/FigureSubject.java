package dev.epochal.core.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is of, for its subtitle.
 *
 * @param run the run's name; empty when the figure is of a dataset alone, or of many runs
 * @param id the run's id, or the sweep's; empty when there is neither
 * @param dataset the dataset that was used
 * @param notice said loudly on the figure, e.g. that the dataset is a fallback; null when all is as
 *     asked
 * @param sweep the sweep's name, when the figure is of its trials; else null
 */
public record FigureSubject(
    String run,
    String id,
    String dataset,
    @Nullable String notice,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sweep) {

  /** Of one run, or of a dataset. */
  public FigureSubject(String run, String id, String dataset, @Nullable String notice) {
    this(run, id, dataset, notice, null);
  }

  /**
   * Of many runs.
   *
   * @param sweep whose trials they are; null when they were found otherwise
   * @param id the sweep's; empty likewise
   */
  public static FigureSubject ofRuns(
      @Nullable String sweep, String id, String dataset, @Nullable String notice) {
    return new FigureSubject("", id, dataset, notice, sweep);
  }
}
