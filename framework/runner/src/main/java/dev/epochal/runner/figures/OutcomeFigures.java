package dev.epochal.runner.figures;

import dev.epochal.core.data.Split;
import dev.epochal.core.data.StoredImages;
import dev.epochal.core.figure.MostWrong;
import dev.epochal.core.figure.Outcome;
import dev.epochal.core.figure.OutcomeHistograms;
import dev.epochal.core.figure.Outcomes;
import dev.epochal.core.figure.PixelCounts;
import dev.epochal.core.figure.PredictedImage;
import dev.epochal.core.figure.Raster;
import dev.epochal.core.plan.EvaluationPlan;
import dev.epochal.core.stats.Predictions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The figures of single images that were predicted right or wrong. */
final class OutcomeFigures {
  private static final int MOST_WRONG = 24;

  private OutcomeFigures() {}

  static Outcomes outcomes(RunResults run, FigureChoices choices) {
    EvaluationPlan.Outcomes plan = run.plan().evaluate().outcomes();
    Split split = choices.split() == null ? plan.split() : choices.split();
    int ofClass = ofClass(run, choices.ofClass() == null ? plan.ofClass() : choices.ofClass());
    Predictions answers = run.predictions(split);
    Map<Outcome, List<Integer>> byOutcome = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      byOutcome.put(outcome, new ArrayList<>());
    }
    Double threshold = choices.threshold();
    for (int i = 0; i < answers.n(); i++) {
      boolean predicted =
          threshold == null
              ? answers.predicted()[i] == ofClass
              : answers.probabilities()[i * answers.classes() + ofClass] >= threshold;
      byOutcome
          .computeIfAbsent(
              Outcome.of(answers.labels()[i] == ofClass, predicted), key -> new ArrayList<>())
          .add(i);
    }
    StoredImages images = run.images(split);
    List<Outcomes.Group> groups = new ArrayList<>();
    byOutcome.forEach(
        (outcome, positions) ->
            groups.add(
                new Outcomes.Group(
                    outcome,
                    positions.size(),
                    positions.stream()
                        .limit(plan.n())
                        .map(i -> predicted(images, answers, i, ofClass))
                        .toList())));
    return new Outcomes(
        run.subject(List.of(split)),
        split,
        answers.n(),
        run.classNames(),
        ofClass,
        threshold,
        plan.n(),
        groups);
  }

  static OutcomeHistograms histograms(RunResults run, FigureChoices choices) {
    Outcomes outcomes = outcomes(run, choices);
    int bins = run.plan().evaluate().examples().bins();
    return new OutcomeHistograms(
        outcomes.subject(),
        outcomes.split(),
        outcomes.n(),
        outcomes.classNames(),
        outcomes.ofClass(),
        outcomes.threshold(),
        outcomes.wanted(),
        bins,
        outcomes.groups().stream()
            .map(
                group ->
                    new OutcomeHistograms.Group(
                        group.outcome(),
                        group.count(),
                        group.images().stream()
                            .map(i -> PixelCounts.of(i.position(), i.label(), i.image(), bins))
                            .toList()))
            .toList());
  }

  static MostWrong mostWrong(RunResults run, FigureChoices choices) {
    Split split = choices.split() == null ? Split.VALIDATION : choices.split();
    Predictions answers = run.predictions(split);
    StoredImages images = run.images(split);
    int[] wrong =
        IntStream.range(0, answers.n())
            .filter(i -> answers.predicted()[i] != answers.labels()[i])
            .toArray();
    return new MostWrong(
        run.subject(List.of(split)),
        split,
        answers.n(),
        wrong.length,
        run.classNames(),
        IntStream.of(wrong)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> doubt(answers, i)))
            .limit(MOST_WRONG)
            .map(i -> predicted(images, answers, i, answers.predicted()[i]))
            .toList());
  }

  /** Low where the model is sure; NaN is last. */
  private static double doubt(Predictions answers, int i) {
    return -answers.probabilities()[i * answers.classes() + answers.predicted()[i]];
  }

  private static PredictedImage predicted(
      StoredImages images, Predictions answers, int i, int ofClass) {
    return new PredictedImage(
        i,
        answers.labels()[i],
        answers.predicted()[i],
        answers.probabilities()[i * answers.classes() + ofClass],
        Raster.of(images.shape(), images.image(i)));
  }

  /** The index of the class with a name or a number. */
  static int ofClass(RunResults run, String nameOrNumber) {
    int named = run.classNames().indexOf(nameOrNumber);
    if (named >= 0) {
      return named;
    }
    if (!isClass(run, nameOrNumber)) {
      throw new CannotShowException(
          "the dataset " + run.dataset().used() + " has no class \"" + nameOrNumber + "\"");
    }
    return Integer.parseInt(nameOrNumber);
  }

  static boolean isClass(RunResults run, String nameOrNumber) {
    return run.classNames().contains(nameOrNumber)
        || (nameOrNumber.matches("[0-9]{1,9}")
            && Integer.parseInt(nameOrNumber) < run.classNames().size());
  }
}
