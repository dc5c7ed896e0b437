package dev.epochal.figures;

import dev.epochal.core.figure.Calibration;
import java.util.ArrayList;
import java.util.List;

/** A reliability diagram per split. */
final class CalibrationRenderer implements FigureRenderer<Calibration> {
  private static final int WIDTH = 1440;
  private static final int COLUMNS = 3;
  private static final double HEIGHT = 560;

  @Override
  public Sheet sheet(Calibration data) {
    List<Tile> tiles =
        data.panels().stream()
            .map(
                panel ->
                    new Tile(
                        panel.split().key(),
                        List.of(
                            "ECE %s   ·   n = %s"
                                .formatted(
                                    Numbers.share(panel.expectedError()),
                                    Numbers.count(panel.n()))),
                        new ReliabilityPainter(panel)))
            .toList();
    return Sheet.of(
        WIDTH,
        "Calibration",
        data.subject(),
        List.of((data.panels().isEmpty() ? 0 : data.panels().get(0).bins().size()) + " bins"),
        remarks(data),
        List.of(
            new Legend(
                List.of(
                    new Legend.Entry(
                        "as often right as sure", Mark.line(Style.MUTED, Style.DASHED)),
                    new Legend.Entry("images in the bin", Mark.area(Style.REST)))),
            new Tiles(tiles, COLUMNS, HEIGHT, 24, Style.HEADING)),
        "Images in bins of their confidence; a dot stands at a bin's mean confidence and its share"
            + " of right predictions, with a 95 % interval (Wilson). Under the dashed line the model"
            + " is surer than it should be, over it less sure. The expected calibration error (ECE)"
            + " is the mean distance from the line over all images. Counts below are on a"
            + " logarithmic axis (log of 1 + n).");
  }

  private static List<String> remarks(Calibration data) {
    List<String> remarks = new ArrayList<>();
    for (Calibration.Panel panel : data.panels()) {
      if (panel.notFinite() > 0) {
        remarks.add(
            ClassProbabilitiesRenderer.notFinite(
                panel.split().key(), panel.notFinite(), panel.n()));
      }
    }
    return remarks.isEmpty() ? remarks : List.of(String.join(" ", remarks));
  }
}
