package dev.epochal.figures;

import dev.epochal.core.figure.Timing;
import java.util.List;

/** Where the seconds of each epoch went. */
final class TimingRenderer implements FigureRenderer<Timing> {
  private static final int WIDTH = 1280;
  private static final double HEIGHT = 400;

  @Override
  public Sheet sheet(Timing data) {
    double updates = sum(data.updates());
    double batches = sum(data.batches());
    double validation = sum(data.validation());
    double all = updates + batches + validation;
    return Sheet.of(
        WIDTH,
        "Where the seconds went",
        data.subject(),
        List.of(
            "n = %s epochs of %s images"
                .formatted(Numbers.count(data.epochs().size()), Numbers.count(data.trainSize())),
            "%s s in all".formatted(Numbers.value(all))),
        data.epochs().isEmpty() ? List.of("No epoch was completed.") : List.of(),
        List.of(
            new Legend(
                List.of(
                    entry("updates", updates, all, Style.BLUE),
                    entry("making batches", batches, all, Style.GREEN),
                    entry("evaluating on validation", validation, all, Style.VERMILLION))),
            new Tiles(
                List.of(
                    new Tile(
                        "",
                        List.of(),
                        new StackedAreas(
                            data.epochs(),
                            List.of(
                                new StackedAreas.Part(data.updates(), Style.BLUE),
                                new StackedAreas.Part(data.batches(), Style.GREEN),
                                new StackedAreas.Part(data.validation(), Style.VERMILLION)),
                            "Epoch",
                            "Seconds"))),
                1,
                HEIGHT,
                0,
                Style.TEXT)),
        "Wall-clock seconds of each epoch: the updates of the parameters, making the batches for"
            + " them, and the evaluation on the validation split afterwards. Saving, the final"
            + " evaluation and drawing are not in it.");
  }

  private static Legend.Entry entry(String name, double part, double all, java.awt.Color colour) {
    return new Legend.Entry(
        "%s (%s s, %s)"
            .formatted(
                name, Numbers.value(part), Numbers.percent(all == 0 ? Double.NaN : part / all)),
        Mark.area(colour));
  }

  private static double sum(List<Double> seconds) {
    return seconds.stream().mapToDouble(Double::doubleValue).sum();
  }
}
