package dev.epochal.ui.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.data.Split;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.stats.ConfusionMatrix;
import dev.epochal.ui.http.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The confusion matrices of some runs. */
public record Confusions(List<OfRun> runs) {

  /**
   * One run's.
   *
   * @param split whose images these are
   * @param splits that the run has predictions of
   * @param sha256 fingerprint of the split's images
   * @param counts {@code counts[true class][predicted class]}; null when there are none
   * @param lacking why there are none; null when there are
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OfRun(
      String id,
      String name,
      @Nullable Split split,
      @Nullable List<Split> splits,
      @Nullable String sha256,
      @Nullable List<String> classNames,
      @Nullable List<List<Integer>> counts,
      @Nullable String lacking) {}

  /** Those of a split. */
  public static Confusions of(Runs runs, List<String> ids, String split) {
    List<OfRun> all = new ArrayList<>();
    for (String id : ids) {
      all.add(ofRun(runs, runs.find(id), split));
    }
    return new Confusions(all);
  }

  private static OfRun ofRun(Runs runs, String id, String split) {
    String name = runs.outline(id).summary().name();
    try {
      Evaluated evaluated = Evaluated.of(runs, id, split);
      return new OfRun(
          id,
          name,
          evaluated.split(),
          evaluated.splits(),
          evaluated.sha256(),
          evaluated.classNames(),
          ConfusionMatrix.of(evaluated.predictions()).counts(),
          null);
    } catch (Refused | InvalidInputException e) {
      return new OfRun(id, name, null, null, null, null, null, e.getMessage());
    }
  }
}
