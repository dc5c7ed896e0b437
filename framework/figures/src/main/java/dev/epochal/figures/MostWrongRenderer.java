package dev.epochal.figures;

import dev.epochal.core.figure.MostWrong;
import java.util.List;

/** The misclassified images of which the model was most sure. */
final class MostWrongRenderer implements FigureRenderer<MostWrong> {
  private static final int WIDTH = 1280;
  private static final int COLUMNS = 8;
  private static final double GAP = 14;

  @Override
  public Sheet sheet(MostWrong data) {
    double width = Tiles.width(WIDTH - 2.0 * Style.MARGIN, COLUMNS, GAP);
    List<Tile> tiles =
        data.images().stream()
            .map(
                image ->
                    new Tile(
                        List.of(
                            ClassLabels.of(data.classNames(), image.label()),
                            ClassLabels.of(data.classNames(), image.predicted())),
                        List.of(
                            "p = " + Numbers.share(image.probability()),
                            data.split().key() + ":" + image.position()),
                        new RasterPainter(image.image())))
            .toList();
    double height =
        data.images().isEmpty()
            ? 0
            : ExamplesRenderer.pictureHeight(data.images().get(0).image().shape(), width);
    return Sheet.of(
        WIDTH,
        "Most wrong",
        data.subject(),
        List.of(
            "%s of n = %s images of %s are misclassified"
                .formatted(
                    Numbers.count(data.wrong()), Numbers.count(data.n()), data.split().key())),
        tiles.isEmpty() ? List.of("No image is misclassified.") : List.of(),
        List.of(new Tiles(tiles, COLUMNS, height, GAP, Style.LOUD)),
        "The misclassified images with the highest probability of the class that they were taken"
            + " for, the surest first. Over each: true class → predicted class, the probability of"
            + " the predicted one, and the image's split and position there from 0. Look for wrong"
            + " labels here, and for what the model never learned.");
  }
}
