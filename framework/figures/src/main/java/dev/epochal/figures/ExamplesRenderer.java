package dev.epochal.figures;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.figure.Examples;
import dev.epochal.core.figure.LabelledImage;
import java.util.List;

/** Images of a split in rows, each with its class and its place. */
final class ExamplesRenderer implements FigureRenderer<Examples> {
  private static final double GAP = 20;

  @Override
  public Sheet sheet(Examples data) {
    TileGrid grid = TileGrid.of(data.columns(), 210, GAP);
    List<Tile> tiles =
        data.images().stream()
            .map(
                image ->
                    new Tile(
                        ClassLabels.of(data.classNames(), image.label()),
                        List.of(data.split().key() + ":" + image.position()),
                        new RasterPainter(image.image())))
            .toList();
    return Sheet.of(
        grid.sheetWidth(),
        "Examples",
        data.subject(),
        List.of(
            "%s images of n = %s in %s"
                .formatted(
                    Numbers.count(tiles.size()), Numbers.count(data.n()), data.split().key())),
        tiles.isEmpty() ? List.of("There is no image at this place.") : List.of(),
        List.of(
            new Tiles(
                tiles,
                data.columns(),
                pictureHeight(data.images(), grid.tileWidth()),
                GAP,
                Style.HEADING)),
        "Over each image: its true class, and its split and position there from 0. "
            + kind(data.images()));
  }

  /** What lets every image be as wide as its tile, or as high where they are tall. */
  static double pictureHeight(List<LabelledImage> images, double width) {
    return images.isEmpty() ? 0 : pictureHeight(images.get(0).image().shape(), width);
  }

  static double pictureHeight(ImageShape shape, double width) {
    return Math.min(1.5, (double) shape.height() / shape.width()) * width;
  }

  private static String kind(List<LabelledImage> images) {
    if (images.isEmpty()) {
      return "";
    }
    ImageShape shape = images.get(0).image().shape();
    String size = "%d × %d pixels".formatted(shape.height(), shape.width());
    return shape.channels() == 3
        ? "Each is of " + size + " in three channels (red, green, blue)."
        : "Each is of " + size + "; black is 0, white is 255.";
  }
}
