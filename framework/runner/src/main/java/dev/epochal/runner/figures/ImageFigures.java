package dev.epochal.runner.figures;

import dev.epochal.core.data.Split;
import dev.epochal.core.figure.ClassCounts;
import dev.epochal.core.figure.Examples;
import dev.epochal.core.figure.LabelledImage;
import dev.epochal.core.figure.PixelCounts;
import dev.epochal.core.figure.PixelHistograms;
import dev.epochal.core.figure.TrueClasses;
import dev.epochal.core.plan.EvaluationPlan;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The figures of the data alone. */
final class ImageFigures {
  private ImageFigures() {}

  static Examples examples(RunResults run, FigureChoices choices) {
    EvaluationPlan.Examples plan = run.plan().evaluate().examples();
    Split split = split(plan, choices);
    return new Examples(
        run.subject(),
        split,
        run.size(split),
        run.classNames(),
        plan.columns(),
        shown(run, plan, split));
  }

  static PixelHistograms pixels(RunResults run, FigureChoices choices) {
    EvaluationPlan.Examples plan = run.plan().evaluate().examples();
    Split split = split(plan, choices);
    return new PixelHistograms(
        run.subject(),
        split,
        run.size(split),
        run.classNames(),
        plan.columns(),
        plan.bins(),
        shown(run, plan, split).stream()
            .map(
                image ->
                    PixelCounts.of(image.position(), image.label(), image.image(), plan.bins()))
            .toList());
  }

  static TrueClasses trueClasses(RunResults run, FigureChoices choices) {
    return new TrueClasses(
        run.subject(),
        run.classNames(),
        splits(choices).stream()
            .map(split -> ClassCounts.of(split, run.labels(split), run.classNames().size()))
            .toList());
  }

  /** The splits that figures with a panel for each show. */
  static List<Split> splits(FigureChoices choices) {
    return choices.split() == null ? Arrays.asList(Split.values()) : List.of(choices.split());
  }

  private static Split split(EvaluationPlan.Examples plan, FigureChoices choices) {
    return choices.split() == null ? plan.split() : choices.split();
  }

  /** As many as there are from the start on. */
  private static List<LabelledImage> shown(
      RunResults run, EvaluationPlan.Examples plan, Split split) {
    int end = Math.min(run.size(split), plan.start() + plan.rows() * plan.columns());
    return IntStream.range(plan.start(), end).mapToObj(i -> run.image(split, i)).toList();
  }
}
