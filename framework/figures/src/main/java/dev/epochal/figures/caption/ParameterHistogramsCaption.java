package dev.epochal.figures.caption;

import dev.epochal.core.figure.ParameterHistograms;
import dev.epochal.figures.Numbers;
import java.util.ArrayList;
import java.util.List;

/** How much each layer has changed. */
final class ParameterHistogramsCaption {
  private ParameterHistogramsCaption() {}

  static Caption of(ParameterHistograms figure) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder changes = new StringBuilder();
    for (ParameterHistograms.ParameterArray array : figure.arrays()) {
      if (array.states().isEmpty()) {
        continue;
      }
      ParameterHistograms.State first = array.states().get(0);
      ParameterHistograms.State last = array.states().get(array.states().size() - 1);
      if (last.notFinite() > 0) {
        paragraphs.add(
            "%s of the %s %s of %s are not finite after epoch %d."
                .formatted(
                    Numbers.count(last.notFinite()),
                    Numbers.count(array.size()),
                    array.kind(),
                    Names.of(array.layer()),
                    last.epoch()));
      } else if (array.kind().equals("weights")) {
        changes.append(
            "%s%s from %s to %s"
                .formatted(
                    changes.isEmpty() ? "" : "; ",
                    Names.of(array.layer()),
                    Numbers.value(first.deviation()),
                    Numbers.value(last.deviation())));
      }
    }
    if (!changes.isEmpty()) {
      paragraphs.add("Standard deviation of each layer's weights, first to last: " + changes + ".");
    }
    paragraphs.add(
        "A layer whose histogram never moves is not trained; one that keeps spreading may be on its way to diverge.");
    return new Caption("Parameters over time", paragraphs);
  }
}
