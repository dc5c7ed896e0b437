package dev.epochal.ui.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.data.Split;
import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.Roc;
import dev.epochal.core.figure.ThresholdCurve;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.ui.http.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ROC curves of some runs on one split, of one class against the rest or of their mean. */
public record RocOverlay(List<OfRun> runs) {

  /**
   * One run's curve.
   *
   * @param area under it (AUC), with its 95 % interval by DeLong's variance
   * @param x false positive rates
   * @param y true positive rates
   * @param lacking why there is none; null when there is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OfRun(
      String id,
      String name,
      @Nullable Split split,
      @Nullable List<Split> splits,
      @Nullable List<String> classNames,
      double area,
      double low,
      double high,
      List<Double> x,
      List<Double> y,
      @Nullable String lacking) {}

  /**
   * The curves.
   *
   * @param ofClass null for the mean of all classes
   */
  public static RocOverlay of(
      Runs runs, List<String> ids, String split, @Nullable Integer ofClass) {
    return runs.ask(
        java.util.Arrays.asList("roc", ids, split, ofClass),
        (registry, notices) -> {
          List<OfRun> all = new ArrayList<>();
          for (String id : ids) {
            all.add(ofRun(runs, runs.find(id), split, ofClass));
          }
          return new RocOverlay(all);
        });
  }

  private static OfRun ofRun(Runs runs, String id, String split, @Nullable Integer ofClass) {
    String name = runs.outline(id).summary().name();
    try {
      Evaluated evaluated = Evaluated.of(runs, id, split);
      if (ofClass != null && ofClass >= evaluated.classNames().size()) {
        return lacking(id, name, name + " has no class " + ofClass);
      }
      Roc.Panel panel =
          Roc.of(
                  new FigureSubject(name, id, "", null),
                  evaluated.classNames(),
                  Map.of(evaluated.split(), evaluated.predictions()))
              .panels()
              .get(0);
      if (ofClass == null) {
        Roc.Macro mean = panel.macro();
        return found(evaluated, mean.area(), mean.low(), mean.high(), mean.x(), mean.y());
      }
      ThresholdCurve curve = panel.curves().get(ofClass);
      return found(evaluated, curve.area(), curve.low(), curve.high(), curve.x(), curve.y());
    } catch (Refused | InvalidInputException e) {
      return lacking(id, name, String.valueOf(e.getMessage()));
    }
  }

  private static OfRun found(
      Evaluated evaluated, double area, double low, double high, List<Double> x, List<Double> y) {
    return new OfRun(
        evaluated.run().summary().id(),
        evaluated.run().summary().name(),
        evaluated.split(),
        evaluated.splits(),
        evaluated.classNames(),
        area,
        low,
        high,
        x,
        y,
        x.isEmpty() ? "probabilities that are NaN, or images of one class alone" : null);
  }

  private static OfRun lacking(String id, String name, String why) {
    return new OfRun(
        id, name, null, null, null, Double.NaN, Double.NaN, Double.NaN, List.of(), List.of(), why);
  }
}
