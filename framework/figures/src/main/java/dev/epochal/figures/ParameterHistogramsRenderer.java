package dev.epochal.figures;

import dev.epochal.core.figure.ParameterHistograms;
import java.util.ArrayList;
import java.util.List;

/** The distribution of each layer's weights and biases over the epochs. */
final class ParameterHistogramsRenderer implements FigureRenderer<ParameterHistograms> {
  private static final int WIDTH = 1280;
  private static final double HEIGHT = 240;
  private static final int MOST_ARRAYS = 24;

  @Override
  public Sheet sheet(ParameterHistograms data) {
    List<Tile> tiles =
        data.arrays().stream()
            .limit(MOST_ARRAYS)
            .map(
                array ->
                    new Tile(
                        array.layer() + " " + array.kind(),
                        List.of("n = " + Numbers.count(array.size())),
                        new DensityColumns(array.states())))
            .toList();
    return Sheet.of(
        WIDTH,
        "Parameters over the epochs",
        data.subject(),
        List.of(
            "n = %s parameters"
                .formatted(
                    Numbers.count(
                        data.arrays().stream()
                            .mapToLong(ParameterHistograms.ParameterArray::size)
                            .sum()))),
        remarks(data),
        List.of(
            new Legend(
                List.of(
                    new Legend.Entry("few parameters", Mark.area(ShareColours.of(0.2))),
                    new Legend.Entry("many", Mark.area(ShareColours.of(0.95))),
                    new Legend.Entry("mean", Mark.line(Style.VERMILLION, Style.LINE)))),
            new Tiles(tiles, 2, HEIGHT, 30, Style.HEADING)),
        "A column is a recorded epoch (0: before training), a histogram of the values that the"
            + " parameters have then; colours are logarithmic and each column's own. Columns that"
            + " widen: weights grow; columns that stay as they were: the layer does not learn.");
  }

  private static List<String> remarks(ParameterHistograms data) {
    List<String> remarks = new ArrayList<>();
    for (ParameterHistograms.ParameterArray array : data.arrays()) {
      array.states().stream()
          .filter(state -> state.notFinite() > 0)
          .findFirst()
          .ifPresent(
              state ->
                  remarks.add(
                      "In layer %s, %s are NaN or infinite from epoch %s on."
                          .formatted(
                              Text.ellipsized(array.layer(), Style.TEXT, 200),
                              array.kind(),
                              Numbers.count(state.epoch()))));
    }
    if (data.arrays().size() > MOST_ARRAYS) {
      remarks.add(
          "The first %d of %d arrays are shown.".formatted(MOST_ARRAYS, data.arrays().size()));
    }
    return remarks.isEmpty() ? remarks : List.of(String.join(" ", remarks));
  }
}
