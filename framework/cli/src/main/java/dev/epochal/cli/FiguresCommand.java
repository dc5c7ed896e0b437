package dev.epochal.cli;

import dev.epochal.core.data.Split;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.json.Json;
import dev.epochal.core.plan.ImagePlace;
import dev.epochal.core.plan.Words;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.registry.Registry;
import dev.epochal.runner.DrawnFigure;
import dev.epochal.runner.FigureRedraw;
import dev.epochal.runner.figures.FigureChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws figures of a recorded run again. */
@Command(
    name = "figures",
    description = "Draw a run's figures again, or of another class, layer, image or split.")
final class FiguresCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunArgument run;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "These figures (default: all, or those that the other options change).")
  private List<String> only = List.of();

  @Option(names = "--split", paramLabel = "SPLIT", description = "train, validation or test alone.")
  private @Nullable String split;

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description = "The class of outcomes: its name, or its number from 0.")
  private @Nullable String ofClass;

  @Option(
      names = "--threshold",
      paramLabel = "P",
      description = "Outcomes: an image counts as the class from this probability on.")
  private @Nullable Double threshold;

  @Option(
      names = "--layer",
      paramLabel = "LAYER",
      description = "The convolution of feature maps and filters.")
  private @Nullable String layer;

  @Option(
      names = "--image",
      paramLabel = "SPLIT:N",
      description = "The image of feature maps, e.g. validation:7 (counted from 0).")
  private @Nullable String image;

  @Option(
      names = "--x",
      paramLabel = "AXIS",
      description = "What the loss history stands over: epoch, update or second.")
  private @Nullable String axis;

  @Option(names = "--json", description = "As an array of JSON objects.")
  private boolean json;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;
  private final List<Problem> problems = new ArrayList<>();

  FiguresCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    FigureChoices choices =
        new FigureChoices(
            word("--split", split, Split.class),
            ofClass,
            threshold,
            layer,
            place(),
            word("--x", axis, LossHistory.Axis.class));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    Registry registry = common.workplace().registry(console::say);
    List<DrawnFigure> drawn =
        new FigureRedraw(registry).draw(registry.folder(run.in(registry, console)), only, choices);
    if (json) {
      console.print(Json.pretty(drawn));
    } else {
      drawn.forEach(console::print);
    }
    // Whoever names a figure wants that one; of all figures, some runs lack some.
    boolean lacking = drawn.stream().anyMatch(figure -> figure.leftOut() != null);
    boolean none = drawn.stream().allMatch(figure -> figure.leftOut() != null);
    return none || (lacking && !only.isEmpty()) ? 1 : 0;
  }

  private @Nullable ImagePlace place() {
    if (image == null) {
      return null;
    }
    try {
      return ImagePlace.of(image);
    } catch (IllegalArgumentException e) {
      problems.add(new Problem("command line", "--image", String.valueOf(e.getMessage()), null));
      return null;
    }
  }

  private <E extends Enum<E>> @Nullable E word(
      String option, @Nullable String word, Class<E> type) {
    if (word == null) {
      return null;
    }
    int index = Words.of(type).indexOf(word);
    if (index < 0) {
      String rule =
          "must be one of %s but was %s".formatted(String.join(", ", Words.of(type)), word);
      problems.add(new Problem("command line", option, rule, null));
      return null;
    }
    return type.getEnumConstants()[index];
  }
}
