package dev.epochal.figures;

import dev.epochal.core.figure.ClassProbabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A histogram of each class's probability, a panel per split. */
final class ClassProbabilitiesRenderer implements FigureRenderer<ClassProbabilities> {
  private static final int WIDTH = 1440;
  private static final int COLUMNS = 3;
  private static final double GAP = 24;
  private static final double HIGHEST_ROW = 56;
  private static final double ALL_ROWS = 860;
  private static final double LOWEST_ROW = 9;

  @Override
  public Sheet sheet(ClassProbabilities data) {
    int classes = Math.max(1, data.classNames().size());
    double row = Math.max(LOWEST_ROW, Math.min(HIGHEST_ROW, ALL_ROWS / classes));
    List<String> labels = ClassLabels.all(data.classNames(), Style.TICK, ProbabilityRows.LABEL);
    int most =
        data.panels().stream()
            .flatMap(panel -> Stream.concat(panel.own().stream(), panel.others().stream()))
            .flatMap(List::stream)
            .mapToInt(Integer::intValue)
            .max()
            .orElse(1);
    List<Tile> tiles =
        data.panels().stream()
            .map(
                panel ->
                    new Tile(
                        panel.split().key(),
                        List.of("n = " + Numbers.count(panel.n())),
                        new ProbabilityRows(panel, labels, row, most)))
            .toList();
    return Sheet.of(
        WIDTH,
        "Class probabilities",
        data.subject(),
        List.of(Numbers.count(data.classNames().size()) + " classes", data.bins() + " bins"),
        remarks(data),
        List.of(
            new Legend(
                List.of(
                    new Legend.Entry("images of the class", Mark.area(Style.BLUE)),
                    new Legend.Entry("images of other classes", Mark.area(Style.REST)))),
            new Tiles(tiles, COLUMNS, row * classes + ProbabilityRows.BELOW, GAP, Style.HEADING)),
        "A row is a class: how many images get which probability of being of it. Heights are"
            + " logarithmic (log of 1 + n), the highest standing for "
            + Numbers.count(most)
            + " images. A model that tells a class well has its own images on the right and the"
            + " others on the left; what stands in the middle it is unsure of.");
  }

  private static List<String> remarks(ClassProbabilities data) {
    List<String> remarks = new ArrayList<>();
    for (ClassProbabilities.Panel panel : data.panels()) {
      if (panel.notFinite() > 0) {
        remarks.add(notFinite(panel.split().key(), panel.notFinite(), panel.n()));
      }
    }
    return remarks.isEmpty() ? remarks : List.of(String.join(" ", remarks));
  }

  static String notFinite(String split, int notFinite, int n) {
    return "In %s, %s of %s images have probabilities that are NaN: they are left out."
        .formatted(split, Numbers.count(notFinite), Numbers.count(n));
  }
}
