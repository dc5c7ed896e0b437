package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is done to the gradient of the mean loss of a batch before l1 and l2 are added and the
 * updater sees it, by DL4J's kinds (its {@code GradientNormalization}). None of them looks at the
 * whole network at once. Batch normalization is left out: DL4J would clip its running statistics
 * too, which travel with the gradient.
 *
 * @param threshold null for the kinds that have none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GradientClipping(Type type, @Nullable Double threshold) {
  /** The kinds. */
  public enum Type {
    /** Each value into [−threshold, threshold]. */
    ELEMENT_WISE(true),
    /** Each layer's gradient, weights and biases as one vector, to at most the threshold's norm. */
    L2_PER_LAYER(true),
    /** Likewise, weights and biases each for themselves. */
    L2_PER_PARAM_TYPE(true),
    /** Each layer's gradient to norm 1, be it shorter or longer. */
    RENORMALIZE_L2_PER_LAYER(false),
    /** Likewise, weights and biases each for themselves. */
    RENORMALIZE_L2_PER_PARAM_TYPE(false);

    private final boolean thresholded;

    Type(boolean thresholded) {
      this.thresholded = thresholded;
    }

    /** Whether it has a threshold. */
    public boolean thresholded() {
      return thresholded;
    }
  }
}
