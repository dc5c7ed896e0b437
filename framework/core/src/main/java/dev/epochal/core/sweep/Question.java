package dev.epochal.core.sweep;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep is to answer.
 *
 * @param text in a sentence; null when nobody wrote one
 * @param factor the key whose effect is asked about; null when several vary and none was named
 * @param response the metric that it is asked on
 * @param reference the level that the others are compared with; null for the first
 * @param margin differences of the response smaller than this count as none; NaN when nobody said
 *     what would
 * @param bestOf a key of which each level takes the value that is best for it; null for none
 * @param also further metrics that the same is asked on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Question(
    @Nullable String text,
    @Nullable String factor,
    String response,
    @Nullable String reference,
    double margin,
    @Nullable String bestOf,
    List<String> also) {
  public Question {
    // Sweeps that were recorded before this was asked have none.
    also = also == null ? List.of() : List.copyOf(also);
  }

  /** A question about one metric, at the same value of everything else. */
  public Question(
      @Nullable String text,
      @Nullable String factor,
      String response,
      @Nullable String reference,
      double margin) {
    this(text, factor, response, reference, margin, null, List.of());
  }
}
