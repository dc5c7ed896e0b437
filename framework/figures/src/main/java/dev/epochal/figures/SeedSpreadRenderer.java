package dev.epochal.figures;

import dev.epochal.core.answer.Amounts;
import dev.epochal.core.figure.SeedSpread;
import java.util.ArrayList;
import java.util.List;

/** The spread of runs that differ in chance alone. */
final class SeedSpreadRenderer implements FigureRenderer<SeedSpread> {
  private static final int WIDTH = 1280;

  @Override
  public Sheet sheet(SeedSpread data) {
    Amounts amounts = Amounts.of(data.response());
    long lost = data.runs().stream().filter(run -> !Double.isFinite(run.value())).count();
    List<String> facts = new ArrayList<>();
    facts.add(Numbers.count(data.runs().size()) + " runs");
    if (Double.isFinite(data.sd())) {
      facts.add("standard deviation " + amounts.difference(data.sd()));
    }
    if (data.differentBits() > 0) {
      facts.add(Numbers.count(data.differentBits()) + " different results, bit by bit");
    }
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(new Legend.Entry("a run", Mark.dot(Style.BLUE, Line.circle())));
    if (Double.isFinite(data.sd())) {
      entries.add(new Legend.Entry("mean", Mark.upright(Style.INK, Style.LINE)));
      entries.add(
          new Legend.Entry("mean ± one standard deviation", Mark.area(SpreadStrip.SD_COLOUR)));
      entries.add(
          new Legend.Entry(
              "± the upper end of its 95 % interval", Mark.area(SpreadStrip.INTERVAL_COLOUR)));
    }
    return Sheet.of(
        WIDTH,
        "How far " + data.response() + " spreads when " + data.factor() + " changes",
        data.subject(),
        facts,
        lost > 0
            ? List.of(
                "Of %2$s runs %1$s no value: nothing here is of them."
                    .formatted(
                        lost == 1 ? "one has" : Numbers.count(lost) + " have",
                        Numbers.count(data.runs().size())))
            : List.of(),
        List.of(new Legend(entries), new SpreadStrip(data)),
        "Each dot is a run with another value of the seed. The axis is zoomed to the values."
            + " Differences between settings that are smaller than this spread need several seeds"
            + " per setting to be seen.");
  }
}
