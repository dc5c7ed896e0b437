package dev.epochal.cli;

import dev.epochal.core.exercise.ExerciseResults;
import dev.epochal.core.exercise.ResultsFile;
import dev.epochal.core.json.Json;
import dev.epochal.core.planning.PlannedExercise;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.registry.Registry;
import dev.epochal.runner.exercise.Exercise;
import dev.epochal.runner.exercise.ExerciseBook;
import dev.epochal.runner.exercise.ResultsCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tutorial's exercises: how each stands, and what was found. */
@Command(
    name = "exercises",
    description = "List the tutorial's eight exercises and their answers, or show one.",
    footer = {
      "",
      "For example:",
      "  ./run exercises",
      "  ./run exercises 3",
      "  ./run experiments/exercises/3-training-size.yaml",
    })
final class ExercisesCommand implements Callable<Integer> {
  private static final int USUAL_WIDTH = 80;

  @Parameters(
      arity = "0..*",
      paramLabel = "EXERCISE",
      description = "Its number or its name, such as 3 or training-size (default: all).")
  private List<String> references = List.of();

  @Option(names = "--json", description = "As JSON: an array of all, or one as an object.")
  private boolean json;

  @Option(
      names = "--save",
      description =
          "Keep the values of the newest finished sweep of each beside the specs, in results/, with"
              + " the figures that ./run answer SWEEP --figures drew, and write the README anew.")
  private boolean save;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  ExercisesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path folder = folder();
    Registry registry = common.workplace().registry(console::say);
    ExerciseBook book = new ExerciseBook(folder, registry);
    if (save) {
      save(folder, book.named(references), new ResultsCollector(registry));
      return 0;
    }
    if (references.size() > 1) {
      throw new InvalidInputException(
          new Problem("command line", "EXERCISE", "must be one, to show it", "name one, or none"));
    }
    if (references.isEmpty()) {
      List<Exercise> all = book.all();
      console.print(json ? Json.pretty(ExercisesJson.of(all)) : ExercisesText.list(all));
    } else {
      Exercise one = book.one(references.get(0));
      console.print(json ? Json.pretty(ExercisesJson.of(one)) : ExercisesText.of(one, width()));
    }
    return 0;
  }

  /** Where their specs are. */
  static Path folder() {
    return CommonOptions.home().resolve(Path.of("experiments", "exercises"));
  }

  private int width() {
    return console.columns() == 0 ? USUAL_WIDTH : console.columns();
  }

  /** Those that were named must have results; of all, those that have. */
  private void save(Path folder, List<PlannedExercise> exercises, ResultsCollector collector) {
    List<Problem> problems = new ArrayList<>();
    for (PlannedExercise exercise : exercises) {
      try {
        ExerciseResults results = collector.of(exercise);
        ResultsFile file = ResultsFile.of(folder, exercise.name());
        file.write(results);
        file.draw(collector.drawings(results));
        console.print(file.path() + "\n");
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    Path page = folder.resolve("README.md");
    try {
      Files.writeString(page, ExercisesPage.of(ExerciseBook.recorded(folder)));
    } catch (IOException e) {
      throw new EpochalException("cannot write " + page + ": " + e.getMessage(), e);
    }
    console.print(page + "\n");
    if (!problems.isEmpty() && !references.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    problems.forEach(problem -> console.say(problem.toString()));
  }
}
