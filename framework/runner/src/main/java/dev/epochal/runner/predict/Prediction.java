package dev.epochal.runner.predict;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of an image.
 *
 * @param image as it was asked for: a file, or an item of a split
 * @param predicted the most probable class
 * @param probability of that class
 * @param label the true class; null when it is not known
 * @param probabilities of all classes, the most probable first
 * @param notes what was done to the image, in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Prediction(
    String image,
    String predicted,
    double probability,
    @Nullable String label,
    List<Score> probabilities,
    List<String> notes) {
  public Prediction {
    probabilities = List.copyOf(probabilities);
    notes = List.copyOf(notes);
  }

  /** The probability of a class. */
  public record Score(String name, double probability) {}
}
