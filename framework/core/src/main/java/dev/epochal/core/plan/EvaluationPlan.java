package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.data.Split;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the trained model.
 *
 * @param figures names of the figures to draw
 * @param featureMaps null when the network has no convolution
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationPlan(
    ModelChoice model,
    List<String> figures,
    Examples examples,
    Outcomes outcomes,
    @Nullable FeatureMaps featureMaps) {
  public EvaluationPlan {
    figures = List.copyOf(figures);
  }

  /**
   * Which images the figures of examples show.
   *
   * @param start position of the first one in its split, from 0
   * @param bins of the histograms of their pixels
   */
  public record Examples(Split split, int start, int rows, int columns, int bins) {}

  /**
   * Which images the figures of outcomes show.
   *
   * @param ofClass name of the class that stands against the rest
   * @param n images of each outcome
   */
  public record Outcomes(String ofClass, Split split, int n) {}

  /**
   * Which layer and image the figure of feature maps shows.
   *
   * @param layer name of a convolution
   */
  public record FeatureMaps(String layer, ImagePlace image) {}
}
