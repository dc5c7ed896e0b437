package dev.epochal.figures;

import dev.epochal.core.figure.LevelStrips;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** Every run as a dot, level by level, with the levels' means. */
final class LevelStripsRenderer implements FigureRenderer<LevelStrips> {
  private static final int WIDTH = 1280;

  /** More rows than this are no picture any more. */
  private static final int MOST = 60;

  @Override
  public Sheet sheet(LevelStrips data) {
    // A run stands in several levels where these are within runs.
    long runs =
        data.levels().stream()
            .flatMap(level -> level.runs().stream())
            .map(LevelStrips.Dot::run)
            .distinct()
            .count();
    List<String> remarks = new ArrayList<>();
    int lacking = data.levels().stream().mapToInt(LevelStrips.Level::lacking).sum();
    if (lacking > 0) {
      remarks.add(
          "Of %2$s runs %1$s without a value: at the edge, and in no mean."
              .formatted(
                  lacking == 1 ? "one is" : Numbers.count(lacking) + " are", Numbers.count(runs)));
    }
    if (data.levels().size() > MOST) {
      remarks.add(
          "The first %d of %s levels are drawn."
              .formatted(MOST, Numbers.count(data.levels().size())));
    }
    List<LevelStrips.Level> drawn = data.levels().subList(0, Math.min(MOST, data.levels().size()));
    StripRows rows = StripRows.of(data, drawn, SeriesLook.of(data.levels().size()));
    return Sheet.of(
        WIDTH,
        data.response() + " by level of " + data.factor(),
        data.subject(),
        List.of(
            "%s runs, %s levels"
                .formatted(Numbers.count(runs), Numbers.count(data.levels().size())),
            Measure.better(data.goal())),
        remarks.isEmpty() ? remarks : List.of(String.join(" ", remarks)),
        List.of(legend(data, rows), rows),
        "Each dot is a run. The diamond is the level's mean, the bar its 95 % interval by Student's"
            + " t: it says how sure the mean is, not how far runs lie apart. The axis is zoomed to"
            + " the values."
            + (rows.joined()
                ? " Grey lines join runs that share their " + shared(data) + "."
                : ""));
  }

  /** What blocks are made of, as the first of them says: {@code seed}. */
  private static String shared(LevelStrips data) {
    List<String> keys = new ArrayList<>();
    String block = data.levels().get(0).runs().get(0).block();
    for (String part : block.split(", ", -1)) {
      int end = part.indexOf('=');
      if (end > 0) {
        keys.add(part.substring(0, end));
      }
    }
    return keys.isEmpty() ? "other settings" : String.join(", ", keys);
  }

  private static Legend legend(LevelStrips data, StripRows rows) {
    List<Legend.Entry> entries = new ArrayList<>();
    Color dot = SeriesLook.of(Math.max(1, data.levels().size())).get(0).colour();
    entries.add(new Legend.Entry("a run", Mark.dot(dot, Line.circle())));
    entries.add(
        new Legend.Entry("mean with 95 % interval", Mark.series(Style.INK, Line.diamond())));
    if (data.reference() != null) {
      entries.add(new Legend.Entry("mean of the reference", Mark.upright(Style.INK, Style.DASHED)));
    }
    if (rows.hasLost()) {
      entries.add(new Legend.Entry("no value", Cross.mark(Style.NOTICE_PAPER)));
    }
    return new Legend(entries);
  }
}
