package dev.epochal.runner.figures;

import dev.epochal.core.data.Split;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.plan.ImagePlace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to see other than the plan says; null where the plan holds.
 *
 * @param split the one split that figures show
 * @param ofClass name or number of the class of outcomes
 * @param threshold from which probability on an image counts as that class
 * @param layer the convolution of feature maps and filters
 * @param image the image of feature maps
 * @param axis what the loss history stands over
 */
public record FigureChoices(
    @Nullable Split split,
    @Nullable String ofClass,
    @Nullable Double threshold,
    @Nullable String layer,
    @Nullable ImagePlace image,
    LossHistory.@Nullable Axis axis) {
  /** As the plan says. */
  public static final FigureChoices NONE = new FigureChoices(null, null, null, null, null, null);

  /** One of the choices, to say which figures it changes. */
  public enum Choice {
    SPLIT,
    CLASS,
    THRESHOLD,
    LAYER,
    IMAGE,
    X
  }

  /** Which choices were made. */
  List<Choice> made() {
    List<Choice> made = new ArrayList<>();
    for (Choice choice : Choice.values()) {
      if (value(choice) != null) {
        made.add(choice);
      }
    }
    return made;
  }

  @Nullable Object value(Choice choice) {
    return switch (choice) {
      case SPLIT -> split == null ? null : split.key();
      case CLASS -> ofClass;
      case THRESHOLD -> threshold;
      case LAYER -> layer;
      case IMAGE -> image;
      case X -> axis == null ? null : axis.key();
    };
  }
}
