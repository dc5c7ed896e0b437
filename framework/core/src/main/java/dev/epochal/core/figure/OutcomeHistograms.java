package dev.epochal.core.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.data.Split;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often each pixel value occurs in the images of {@link Outcomes}.
 *
 * @param n images in the split
 * @param ofClass index of the class
 * @param threshold as in {@link Outcomes}
 * @param wanted how many images of each outcome were asked for
 * @param bins of equal width from 0 to 256
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutcomeHistograms(
    FigureSubject subject,
    Split split,
    int n,
    List<String> classNames,
    int ofClass,
    @Nullable Double threshold,
    int wanted,
    int bins,
    List<Group> groups)
    implements FigureData {
  public static final String NAME = "outcome-histograms";

  /**
   * One outcome.
   *
   * @param count images that turned out so
   * @param images the first of them
   */
  public record Group(Outcome outcome, int count, List<PixelCounts> images) {
    public Group {
      images = List.copyOf(images);
    }
  }

  public OutcomeHistograms {
    classNames = List.copyOf(classNames);
    groups = List.copyOf(groups);
  }

  @Override
  public String figureName() {
    return NAME;
  }
}
