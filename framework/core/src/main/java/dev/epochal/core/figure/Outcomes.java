package dev.epochal.core.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.data.Split;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Images of each outcome of one class against the rest.
 *
 * @param n images in the split
 * @param ofClass index of the class
 * @param threshold an image counts as the class from this probability on; null when the most
 *     probable class counts
 * @param wanted how many images of each outcome were asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcomes(
    FigureSubject subject,
    Split split,
    int n,
    List<String> classNames,
    int ofClass,
    @Nullable Double threshold,
    int wanted,
    List<Group> groups)
    implements FigureData {
  public static final String NAME = "outcomes";

  /**
   * One outcome.
   *
   * @param count images that turned out so
   * @param images the first of them
   */
  public record Group(Outcome outcome, int count, List<PredictedImage> images) {
    public Group {
      images = List.copyOf(images);
    }
  }

  public Outcomes {
    classNames = List.copyOf(classNames);
    groups = List.copyOf(groups);
  }

  @Override
  public String figureName() {
    return NAME;
  }
}
