package dev.epochal.core.plan;

import java.util.List;

/**
 * What is done with the trained model.
 *
 * @param figures names of the figures to draw
 */
public record EvaluationPlan(ModelChoice model, List<String> figures) {
  public EvaluationPlan {
    figures = List.copyOf(figures);
  }
}
