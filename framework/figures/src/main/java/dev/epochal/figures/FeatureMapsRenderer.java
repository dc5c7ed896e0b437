package dev.epochal.figures;

import dev.epochal.core.figure.FeatureMaps;
import dev.epochal.core.figure.Plane;
import java.util.ArrayList;
import java.util.List;

/** The image that goes in, and the maps of one layer before and after its activation. */
final class FeatureMapsRenderer implements FigureRenderer<FeatureMaps> {
  private static final int WIDTH = 1280;
  private static final double GAP = 10;
  private static final double INPUT = 180;

  @Override
  public Sheet sheet(FeatureMaps data) {
    List<Plane> all = new ArrayList<>(data.before());
    all.addAll(data.after());
    SignedColours colours = new SignedColours(PlanePainter.most(all));
    List<Block> body = new ArrayList<>();
    body.add(
        new Tiles(
            List.of(
                new Tile(
                    "Input: " + data.split().key() + ":" + data.image().position(),
                    List.of(),
                    new RasterPainter(data.image().image()))),
            1,
            ExamplesRenderer.pictureHeight(data.image().image().shape(), INPUT),
            GAP,
            Style.HEADING));
    body.add(ColourBar.ofSigned("Value in the maps", colours));
    body.add(new Heading("Before the activation", "weighted sums and bias"));
    body.add(maps(data.before(), colours));
    body.add(new Heading("After the activation", data.activation()));
    body.add(maps(data.after(), colours));
    return Sheet.of(
        WIDTH,
        "Feature maps of layer " + Text.ellipsized(data.layer(), Style.TITLE, 500),
        data.subject(),
        facts(data),
        remarks(data, all),
        body,
        "What each filter of the layer finds in one image, in pixels of the map; maps are numbered"
            + " from 0, as the filters are. All maps share one scale, so a pale map answers weakly."
            + " The image was normalised as in training: the network sees values from "
            + Numbers.short3(data.inputMin())
            + " to "
            + Numbers.short3(data.inputMax())
            + ".");
  }

  private static List<String> facts(FeatureMaps data) {
    int height = data.before().isEmpty() ? 0 : data.before().get(0).height();
    int width = data.before().isEmpty() ? 0 : data.before().get(0).width();
    return List.of(
        "n = %s maps of %d × %d".formatted(Numbers.count(data.channels()), height, width),
        "true class " + name(data, data.image().label()),
        "predicted %s with p = %s"
            .formatted(name(data, data.predicted()), Numbers.share(data.probability())));
  }

  private static String name(FeatureMaps data, int ofClass) {
    return Text.ellipsized(ClassLabels.of(data.classNames(), ofClass), Style.TEXT, 200);
  }

  private static List<String> remarks(FeatureMaps data, List<Plane> all) {
    List<String> remarks = new ArrayList<>();
    long notFinite = PlanePainter.notFinite(all);
    if (notFinite > 0) {
      remarks.add(
          "%s values are NaN or infinite; NaN is drawn grey.".formatted(Numbers.count(notFinite)));
    }
    if (data.channels() > data.before().size()) {
      remarks.add(
          "The first %d of %s maps are shown."
              .formatted(data.before().size(), Numbers.count(data.channels())));
    }
    return remarks.isEmpty() ? remarks : List.of(String.join(" ", remarks));
  }

  private static Tiles maps(List<Plane> planes, SignedColours colours) {
    int columns = planes.size() <= 32 ? 8 : 16;
    double width = Tiles.width(WIDTH - 2.0 * Style.MARGIN, columns, GAP);
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < planes.size(); i++) {
      tiles.add(new Tile("", List.of(String.valueOf(i)), new PlanePainter(planes.get(i), colours)));
    }
    double shape = planes.isEmpty() ? 1 : (double) planes.get(0).height() / planes.get(0).width();
    return new Tiles(tiles, columns, Math.min(1.5, shape) * width, GAP, Style.SMALL);
  }
}
