package dev.epochal.figures;

import dev.epochal.core.figure.OutcomeHistograms;
import dev.epochal.core.figure.PixelCounts;
import java.util.ArrayList;
import java.util.List;

/** Histograms of pixel values for the images of each outcome. */
final class OutcomeHistogramsRenderer implements FigureRenderer<OutcomeHistograms> {
  private static final int WIDTH = 1440;
  private static final int COLUMNS = 10;
  private static final double GAP = 12;
  private static final double HEIGHT = 124;

  @Override
  public Sheet sheet(OutcomeHistograms data) {
    List<PixelCounts> all =
        data.groups().stream().flatMap(group -> group.images().stream()).toList();
    int most = PixelHistogramsRenderer.most(all);
    List<Block> body = new ArrayList<>();
    for (OutcomeHistograms.Group group : data.groups()) {
      body.add(OutcomesRenderer.heading(group.outcome(), group.count(), group.images().size()));
      if (!group.images().isEmpty()) {
        body.add(new Tiles(tiles(data, group, most), COLUMNS, HEIGHT, GAP, Style.SMALL));
      }
    }
    return Sheet.of(
        WIDTH,
        OutcomesRenderer.title("Pixel histograms of outcomes", data.classNames(), data.ofClass()),
        data.subject(),
        OutcomesRenderer.facts(data.split(), data.n(), data.threshold()),
        List.of(),
        body,
        OutcomesRenderer.meaning(data.classNames(), data.ofClass())
            + " "
            + PixelHistogramsRenderer.caption(all));
  }

  private static List<Tile> tiles(OutcomeHistograms data, OutcomeHistograms.Group group, int most) {
    return group.images().stream()
        .map(
            image ->
                new Tile(
                    ClassLabels.of(data.classNames(), image.label()),
                    List.of(data.split().key() + ":" + image.position()),
                    new PixelBars(image.channels(), most)))
        .toList();
  }
}
