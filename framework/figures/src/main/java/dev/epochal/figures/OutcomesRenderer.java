package dev.epochal.figures;

import dev.epochal.core.data.Split;
import dev.epochal.core.figure.Outcome;
import dev.epochal.core.figure.Outcomes;
import dev.epochal.core.figure.PredictedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A gallery for each outcome of one class against the rest. */
final class OutcomesRenderer implements FigureRenderer<Outcomes> {
  private static final int WIDTH = 1280;
  private static final int COLUMNS = 10;
  private static final double GAP = 10;

  @Override
  public Sheet sheet(Outcomes data) {
    List<Block> body = new ArrayList<>();
    double width = Tiles.width(WIDTH - 2.0 * Style.MARGIN, COLUMNS, GAP);
    for (Outcomes.Group group : data.groups()) {
      body.add(heading(group.outcome(), group.count(), group.images().size()));
      if (!group.images().isEmpty()) {
        List<Tile> tiles = group.images().stream().map(image -> tile(data, image)).toList();
        double height =
            ExamplesRenderer.pictureHeight(group.images().get(0).image().shape(), width);
        body.add(new Tiles(tiles, COLUMNS, height, GAP, Style.SMALL));
      }
    }
    return Sheet.of(
        WIDTH,
        title("Outcomes", data.classNames(), data.ofClass()),
        data.subject(),
        facts(data.split(), data.n(), data.threshold()),
        List.of(),
        body,
        meaning(data.classNames(), data.ofClass())
            + " Over each image: true class → most probable class, the probability of the class in the"
            + " title, and the image's split and position there from 0. The first of each outcome"
            + " in the split's order.");
  }

  private static Tile tile(Outcomes data, PredictedImage image) {
    return new Tile(
        List.of(
            ClassLabels.of(data.classNames(), image.label()),
            ClassLabels.of(data.classNames(), image.predicted())),
        List.of(
            "p = " + Numbers.share(image.probability()),
            data.split().key() + ":" + image.position()),
        new RasterPainter(image.image()));
  }

  static Heading heading(Outcome outcome, int count, int shown) {
    String name = outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "s";
    return new Heading(
        Character.toUpperCase(name.charAt(0)) + name.substring(1) + ": " + Numbers.count(count),
        count == 0 ? "there are none" : count > shown ? "the first " + shown : "all of them");
  }

  static String title(String what, List<String> classNames, int ofClass) {
    return what
        + " for class "
        + Text.ellipsized(ClassLabels.of(classNames, ofClass), Style.TITLE, 600);
  }

  static List<String> facts(Split split, int n, @Nullable Double threshold) {
    return List.of(
        "n = %s images of %s".formatted(Numbers.count(n), split.key()),
        threshold == null
            ? "predicted: the most probable class"
            : "predicted: probability at least " + Numbers.value(threshold));
  }

  static String meaning(List<String> classNames, int ofClass) {
    String name = Text.ellipsized(ClassLabels.of(classNames, ofClass), Style.SMALL, 200);
    return "True positive: an image of class %1$s taken for %1$s; false positive: another one taken for %1$s; true negative: another one not taken for %1$s; false negative: an image of class %1$s taken for something else."
        .formatted(name);
  }
}
