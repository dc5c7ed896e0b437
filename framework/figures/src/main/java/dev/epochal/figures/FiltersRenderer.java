package dev.epochal.figures;

import dev.epochal.core.figure.Filters;
import dev.epochal.core.figure.Plane;
import java.util.ArrayList;
import java.util.List;

/**
 * The learned weights of a convolution: each filter, or each filter by each channel that it reads.
 */
final class FiltersRenderer implements FigureRenderer<Filters> {
  private static final int WIDTH = 1280;

  /** Filters of so many channels are shown as tiles, others as rows of a matrix. */
  private static final int FEW_CHANNELS = 4;

  private static final double CHANNEL_GAP = 6;

  @Override
  public Sheet sheet(Filters data) {
    List<Plane> all = data.weights().stream().flatMap(List::stream).toList();
    SignedColours colours = new SignedColours(PlanePainter.most(all));
    boolean few = data.channels() <= FEW_CHANNELS;
    return Sheet.of(
        WIDTH,
        "Filters of layer " + Text.ellipsized(data.layer(), Style.TITLE, 500),
        data.subject(),
        List.of(
            "n = %s filters of %s %s, %s each"
                .formatted(
                    Numbers.count(data.filters()),
                    Numbers.count(data.channels()),
                    data.channels() == 1 ? "channel" : "channels",
                    all.isEmpty() ? "" : all.get(0).height() + " × " + all.get(0).width())),
        remarks(data, all),
        List.of(
            ColourBar.ofSigned("Weight", colours),
            few ? tiles(data, colours) : new FilterMatrix(data.weights(), colours)),
        few
            ? "The weights that the layer learned, from 0 as the feature maps are numbered; channels"
                + " of a filter stand beside each other. Under its number: the filter's bias."
            : "The weights that the layer learned: a row is a filter, a column a channel of its"
                + " input, that is a map of the layer before.");
  }

  private static Tiles tiles(Filters data, SignedColours colours) {
    int columns = data.channels() == 1 ? 8 : 6;
    double gap = 18;
    List<Tile> tiles = new ArrayList<>();
    for (int f = 0; f < data.weights().size(); f++) {
      List<Plane> channels = data.weights().get(f);
      tiles.add(
          new Tile(
              String.valueOf(f),
              List.of("bias " + Numbers.short3(data.biases().get(f))),
              (g, width, height) -> {
                double own = width / channels.size();
                for (Plane plane : channels) {
                  new PlanePainter(plane, colours).paint(g, own - CHANNEL_GAP, height);
                  g.translate(own, 0);
                }
              }));
    }
    double width = Tiles.width(WIDTH - 2.0 * Style.MARGIN, columns, gap);
    double height = Math.min(110, width / Math.max(1, data.channels()));
    return new Tiles(tiles, columns, height, gap, Style.TEXT);
  }

  private static List<String> remarks(Filters data, List<Plane> all) {
    List<String> remarks = new ArrayList<>();
    long notFinite = PlanePainter.notFinite(all);
    if (notFinite > 0) {
      remarks.add(
          "%s weights are NaN or infinite; NaN is drawn grey.".formatted(Numbers.count(notFinite)));
    }
    int channels = data.weights().isEmpty() ? 0 : data.weights().get(0).size();
    if (data.filters() > data.weights().size() || data.channels() > channels) {
      remarks.add(
          "The first %d filters and their first %d channels are shown."
              .formatted(data.weights().size(), channels));
    }
    return remarks.isEmpty() ? remarks : List.of(String.join(" ", remarks));
  }
}
