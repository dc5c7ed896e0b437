package dev.epochal.figures;

import dev.epochal.core.figure.PredictedClasses;
import java.util.List;

/** How often each class is predicted in each split, beside how often it is true. */
final class PredictedClassesRenderer implements FigureRenderer<PredictedClasses> {
  private static final int WIDTH = 1280;
  private static final double HEIGHT = 420;

  @Override
  public Sheet sheet(PredictedClasses data) {
    return Sheet.of(
        WIDTH,
        "Predicted classes",
        data.subject(),
        List.of(Numbers.count(data.classNames().size()) + " classes"),
        List.of(),
        List.of(
            TrueClassesRenderer.legend(data.splits(), true),
            new Panels(
                List.of(
                    ShareBars.chart(
                        data.classNames(),
                        data.splits(),
                        data.truth(),
                        "Predicted class",
                        WIDTH - 2.0 * Style.MARGIN)),
                1,
                HEIGHT)),
        "How the images of each split divide among the classes that the model takes them for. A bar"
            + " over its black line: the class is predicted more often than it occurs; under it:"
            + " less often. That the two agree does not make the predictions right.");
  }
}
