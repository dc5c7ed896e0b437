package dev.epochal.runner.figures;

import dev.epochal.core.figure.FeatureMaps;
import dev.epochal.core.figure.FigureFile;
import dev.epochal.core.figure.Filters;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.runner.figures.FigureChoices.Choice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Makes the data of a run's figures. */
public final class RunFigures {
  /** Those for which DL4J is loaded. */
  private static final Set<String> NEED_THE_MODEL = Set.of(FeatureMaps.NAME, Filters.NAME);

  private RunFigures() {}

  /** Every figure that there is, in the order in which a person would look at them. */
  public static List<String> names() {
    return List.copyOf(FigureMakers.BY_NAME.keySet());
  }

  /**
   * Makes one figure's data. A figure that cannot be made never keeps the others from being made.
   *
   * @param name one of {@link #names()}
   */
  public static MadeFigure make(String name, RunResults run, FigureChoices choices) {
    try {
      return MadeFigure.of(name, maker(name).making().of(run, choices));
    } catch (NotKeptException e) {
      return new MadeFigure(name, null, e.getMessage(), true);
    } catch (EpochalException e) {
      return MadeFigure.leftOut(name, String.valueOf(e.getMessage()));
    }
  }

  /** The same of a run that is over, without the model where its part was recorded already. */
  public static MadeFigure again(String name, RunResults run, FigureChoices choices) {
    Path recorded = run.folder().figureData(name);
    boolean same = choices.made().stream().noneMatch(maker(name).changedBy()::contains);
    if (NEED_THE_MODEL.contains(name) && same && Files.isRegularFile(recorded)) {
      try {
        return MadeFigure.of(name, FigureFile.read(recorded));
      } catch (EpochalException e) {
        // Damaged, or of another version: made anew.
      }
    }
    return make(name, run, choices);
  }

  /** The figures that look other by these choices; all of them where none was made. */
  public static List<String> changedBy(FigureChoices choices) {
    List<Choice> made = choices.made();
    return made.isEmpty()
        ? names()
        : names().stream()
            .filter(name -> made.stream().anyMatch(maker(name).changedBy()::contains))
            .toList();
  }

  /** The figure's name with the choices that change it: {@code outcomes-class-4}. */
  public static String fileName(String name, RunResults run, FigureChoices choices) {
    StringBuilder file = new StringBuilder(name);
    for (Choice choice : choices.made()) {
      if (maker(name).changedBy().contains(choice)) {
        // A class's own name may be anything.
        Object value =
            choice == Choice.CLASS
                ? OutcomeFigures.ofClass(run, Objects.requireNonNull(choices.ofClass()))
                : choices.value(choice);
        file.append('-').append(choice.name().toLowerCase(Locale.ROOT));
        file.append('-').append(String.valueOf(value).replace(':', '-'));
      }
    }
    return file.toString();
  }

  /**
   * Looks at the choices before anything is drawn.
   *
   * @throws dev.epochal.core.problem.InvalidInputException with everything that is not there
   */
  public static void check(RunResults run, List<String> only, FigureChoices choices) {
    new ChoiceCheck(run).check(only, choices);
  }

  private static FigureMaker maker(String name) {
    return Objects.requireNonNull(FigureMakers.BY_NAME.get(name));
  }
}
