package dev.epochal.figures;

import dev.epochal.core.figure.PixelCounts;
import dev.epochal.core.figure.PixelHistograms;
import java.util.List;

/** A histogram of pixel values for each image of the examples. */
final class PixelHistogramsRenderer implements FigureRenderer<PixelHistograms> {
  private static final double GAP = 22;
  private static final double HEIGHT = 170;

  @Override
  public Sheet sheet(PixelHistograms data) {
    TileGrid grid = TileGrid.of(data.columns(), 250, GAP);
    int most = most(data.images());
    List<Tile> tiles =
        data.images().stream()
            .map(
                image ->
                    new Tile(
                        ClassLabels.of(data.classNames(), image.label()),
                        List.of(data.split().key() + ":" + image.position()),
                        new PixelBars(image.channels(), most)))
            .toList();
    return Sheet.of(
        grid.sheetWidth(),
        "Pixel histograms",
        data.subject(),
        List.of(
            "%s images of n = %s in %s"
                .formatted(
                    Numbers.count(tiles.size()), Numbers.count(data.n()), data.split().key()),
            data.bins() + " bins"),
        tiles.isEmpty() ? List.of("There is no image at this place.") : List.of(),
        List.of(
            new Tiles(
                tiles,
                data.columns(),
                Math.min(HEIGHT, 0.9 * Math.max(110, grid.tileWidth())),
                GAP,
                Style.HEADING)),
        caption(data.images()));
  }

  /** The largest count of all, for one axis that fits every histogram. */
  static int most(List<PixelCounts> images) {
    return images.stream()
        .flatMap(image -> image.channels().stream())
        .flatMap(List::stream)
        .mapToInt(Integer::intValue)
        .max()
        .orElse(1);
  }

  static String caption(List<PixelCounts> images) {
    String colours =
        images.stream().anyMatch(image -> image.channels().size() == 3)
            ? " Red, green and blue channels have lines in vermillion, green and blue."
            : "";
    return "How many pixels of an image (upright, on a logarithmic axis: log of 1 + n) have which"
        + " value from 0 (black) to 255 (white), before normalisation. Over each histogram: the"
        + " image's true class, and its split and position there from 0."
        + colours;
  }
}
