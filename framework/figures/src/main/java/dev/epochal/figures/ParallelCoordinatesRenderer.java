package dev.epochal.figures;

import dev.epochal.core.figure.ParallelCoordinates;
import java.util.ArrayList;
import java.util.List;

/** Params and response of each run on axes beside each other. */
final class ParallelCoordinatesRenderer implements FigureRenderer<ParallelCoordinates> {
  private static final int WIDTH = 1280;
  private static final int MOST_AXES = 9;

  @Override
  public Sheet sheet(ParallelCoordinates data) {
    long lost = data.lines().stream().filter(l -> !Double.isFinite(l.response())).count();
    int axes = Math.min(MOST_AXES, data.axes().size());
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(new Legend.Entry("best " + data.response(), Mark.line(Ramp.at(0), Style.LINE)));
    entries.add(new Legend.Entry("middling", Mark.line(Ramp.at(0.5), Style.LINE)));
    entries.add(new Legend.Entry("worst", Mark.line(Ramp.at(1), Style.LINE)));
    if (lost > 0) {
      entries.add(
          new Legend.Entry(
              "no value (" + Numbers.count(lost) + ")",
              Mark.line(Style.NOTICE_PAPER, Style.DASHED)));
    }
    return Sheet.of(
        WIDTH,
        "What was set, and the " + data.response() + " it gave",
        data.subject(),
        List.of(Numbers.count(data.lines().size()) + " runs", Measure.better(data.goal())),
        axes < data.axes().size()
            ? List.of("The first %d of %d params are drawn.".formatted(axes, data.axes().size()))
            : List.of(),
        List.of(new Legend(entries), ParallelLines.of(data, axes)),
        "Each line is a run, from the values it was set to on the left to what came of it on the"
            + " right; its colour says the same. Lines that share a value stand beside each other"
            + " around it. A param matters where lines of one colour gather.");
  }
}
