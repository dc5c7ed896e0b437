package dev.epochal.figures;

import dev.epochal.core.figure.LevelCurves;
import dev.epochal.core.figure.LossHistory;
import java.util.ArrayList;
import java.util.List;

/** The mean course of each level with its interval. */
final class LevelCurvesRenderer implements FigureRenderer<LevelCurves> {
  private static final int WIDTH = 1280;
  private static final double WIDEST_LABEL = 260;
  private static final int MOST_ENTRIES = 24;
  private static final int MOST_NAMED = 6;

  @Override
  public Sheet sheet(LevelCurves data) {
    List<SeriesLook> looks = SeriesLook.of(data.curves().size());
    LevelPanels panels = new LevelPanels(data, looks);
    int runs = data.curves().stream().mapToInt(LevelCurves.Curve::runs).sum();
    return Sheet.of(
        WIDTH,
        "Mean " + data.metric() + " by level of " + data.factor(),
        data.subject(),
        List.of(
            "%s runs, %s levels"
                .formatted(Numbers.count(runs), Numbers.count(data.curves().size()))),
        remarks(data),
        List.of(legend(data, looks), new Panels(List.of(panels.chart()), 1, panels.height())),
        "Each point is the mean of a level's runs after an epoch; the band is the mean's 95 %"
            + " interval by Student's t, epoch by epoch. "
            + place(data.axis())
            + (panels.zoomed()
                ? " The lower panel shows the same, zoomed to the second half of each level."
                : "")
            + " Train values are of the training passes; validation values are measured after the"
            + " epoch, dropout off.");
  }

  private static String place(LossHistory.Axis axis) {
    return switch (axis) {
      case EPOCH -> "An epoch is a pass over the train split.";
      case UPDATE -> "It stands at the number of updates by then.";
      case SECOND ->
          "It stands at the mean seconds of the updates by then; making batches and evaluating are"
              + " not in them.";
    };
  }

  private static Legend legend(LevelCurves data, List<SeriesLook> looks) {
    List<Legend.Entry> entries = new ArrayList<>();
    int every = (data.curves().size() + MOST_ENTRIES - 1) / MOST_ENTRIES;
    for (int i = 0; i < data.curves().size(); i += Math.max(1, every)) {
      LevelCurves.Curve curve = data.curves().get(i);
      String reference = curve.level().equals(data.reference()) ? ", reference" : "";
      entries.add(
          new Legend.Entry(
              Text.ellipsized(curve.level(), Style.TEXT, WIDEST_LABEL)
                  + " (n = "
                  + Numbers.count(curve.runs())
                  + reference
                  + ")",
              looks.get(i).line()));
    }
    if (every > 1) {
      entries.add(new Legend.Entry("levels between lie between", Mark.area(Style.PAPER)));
    }
    if (data.curves().stream().anyMatch(curve -> curve.firstLoss() >= 0)) {
      entries.add(new Legend.Entry("fewer runs from here on", Cross.mark(Style.INK)));
    }
    return new Legend(entries);
  }

  private static List<String> remarks(LevelCurves data) {
    if (data.curves().stream().allMatch(curve -> curve.at().isEmpty())) {
      return List.of("No run completed an epoch.");
    }
    List<String> remarks = new ArrayList<>();
    List<String> alone = new ArrayList<>();
    for (LevelCurves.Curve curve : data.curves()) {
      if (curve.runs() == 1) {
        alone.add(Text.ellipsized(curve.level(), Style.TEXT, WIDEST_LABEL));
      }
      int lost = curve.firstLoss();
      if (lost >= 0) {
        remarks.add(lost(curve, lost));
      }
    }
    if (remarks.size() > MOST_NAMED) {
      int more = remarks.size() - MOST_NAMED;
      remarks.subList(MOST_NAMED, remarks.size()).clear();
      remarks.add("Likewise " + more + " more levels.");
    }
    if (!alone.isEmpty()) {
      remarks.add(
          (alone.size() > MOST_NAMED
                  ? Numbers.count(alone.size()) + " levels have"
                  : "Level " + String.join(", ", alone) + (alone.size() == 1 ? " has" : " have"))
              + " one run: a line without a band.");
    }
    return remarks.isEmpty() ? remarks : List.of(String.join(" ", remarks));
  }

  private static String lost(LevelCurves.Curve curve, int lost) {
    List<String> why = new ArrayList<>();
    if (curve.diverged() > 0) {
      why.add(curve.diverged() + " diverged");
    }
    if (curve.stopped() > 0) {
      why.add(curve.stopped() + " ended before their last epoch");
    }
    return "Level %s: of %d runs %s; from epoch %d on the mean is of %s."
        .formatted(
            Text.ellipsized(curve.level(), Style.TEXT, WIDEST_LABEL),
            curve.runs(),
            why.isEmpty() ? "some are shorter" : String.join(", ", why),
            lost + 1,
            curve.n().get(lost) == 0 ? "none" : curve.n().get(lost) + " and fewer");
  }
}
