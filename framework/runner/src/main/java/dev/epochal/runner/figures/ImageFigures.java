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
    return examples(run, plan, split(plan, choices));
  }

  static Examples examples(ShownData data, EvaluationPlan.Examples plan, Split split) {
    return new Examples(
        data.subject(),
        split,
        data.size(split),
        data.classNames(),
        plan.columns(),
        shown(data, plan, split));
  }

  static PixelHistograms pixels(RunResults run, FigureChoices choices) {
    EvaluationPlan.Examples plan = run.plan().evaluate().examples();
    return pixels(run, plan, split(plan, choices));
  }

  static PixelHistograms pixels(ShownData data, EvaluationPlan.Examples plan, Split split) {
    return new PixelHistograms(
        data.subject(),
        split,
        data.size(split),
        data.classNames(),
        plan.columns(),
        plan.bins(),
        shown(data, plan, split).stream()
            .map(
                image ->
                    PixelCounts.of(image.position(), image.label(), image.image(), plan.bins()))
            .toList());
  }

  static TrueClasses trueClasses(RunResults run, FigureChoices choices) {
    return trueClasses(run, splits(choices));
  }

  static TrueClasses trueClasses(ShownData data, List<Split> splits) {
    return new TrueClasses(
        data.subject(),
        data.classNames(),
        splits.stream()
            .map(split -> ClassCounts.of(split, data.labels(split), data.classNames().size()))
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
      ShownData data, EvaluationPlan.Examples plan, Split split) {
    int end = Math.min(data.size(split), plan.start() + plan.rows() * plan.columns());
    return IntStream.range(plan.start(), end).mapToObj(i -> data.image(split, i)).toList();
  }
}
