package dev.epochal.runner.figures;

import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether what a person wants to see is there. */
final class ChoiceCheck {
  private final RunResults run;
  private final List<Problem> problems = new ArrayList<>();

  ChoiceCheck(RunResults run) {
    this.run = run;
  }

  void check(List<String> only, FigureChoices choices) {
    for (String name : only) {
      if (!RunFigures.names().contains(name)) {
        wrong(
            "--only", "must name figures but has " + name, "there are " + list(RunFigures.names()));
      }
    }
    if (choices.ofClass() != null && !OutcomeFigures.isClass(run, choices.ofClass())) {
      List<String> names = run.classNames();
      wrong(
          "--class",
          "must be a class's name or its number, 0 to %d, but was %s"
              .formatted(names.size() - 1, choices.ofClass()),
          names.size() <= 20 ? "the classes are " + list(names) : null);
    }
    Double threshold = choices.threshold();
    if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
      wrong("--threshold", "must be from 0 to 1 but was " + threshold, null);
    }
    List<String> convolutions =
        run.plan().network().layers().stream()
            .filter(LayerPlan.Convolution2d.class::isInstance)
            .map(LayerPlan::name)
            .toList();
    if (choices.layer() != null && !convolutions.contains(choices.layer())) {
      wrong(
          "--layer",
          "must be a convolution of the network but was " + choices.layer(),
          convolutions.isEmpty() ? "the network has none" : "it has " + list(convolutions));
    }
    if (choices.image() != null
        && choices.image().position() >= run.size(choices.image().split())) {
      wrong(
          "--image",
          "must be a position from 0 to %d, the last image of the %s split, but was %s"
              .formatted(
                  run.size(choices.image().split()) - 1,
                  choices.image().split().key(),
                  choices.image()),
          null);
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private void wrong(String option, String rule, @Nullable String remedy) {
    problems.add(new Problem("command line", option, rule, remedy));
  }

  private static String list(List<String> names) {
    return String.join(", ", names);
  }
}
