package dev.epochal.cli;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.Budget;
import dev.epochal.core.answer.QuestionFigures;
import dev.epochal.core.json.Json;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.registry.Registry;
import dev.epochal.runner.AnswerFigureFiles;
import dev.epochal.runner.answer.AnswerMaker;
import dev.epochal.runner.answer.AnswerMaterial;
import dev.epochal.runner.answer.AnswerRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says in a sentence what many runs show. */
@Command(
    name = "answer",
    description = "Say by many runs whether something matters, by how much, and how sure that is.",
    footer = {
      "",
      "For example:",
      "  ./run answer mlp-sweep-1",
      "  ./run answer --filter \"experiment = mlp\" --factor training.batchSize --budget all",
      "  ./run answer mlp-sweep-2 --factor data.normalize --best-of training.updater.learningRate",
      "  ./run answer mlp-sweep-3 --factor split --response auc",
      "  ./run answer mlp-sweep-3 --factor seeds",
      "",
      "Levels are compared seed by seed where each was run with the same seeds (paired t), else by"
          + " Welch's t; all p are corrected by Holm. One run of a level alone decides nothing.",
    })
final class AnswerCommand implements Callable<Integer> {
  private static final int USUAL_WIDTH = 80;

  @Parameters(
      arity = "0..1",
      paramLabel = "SWEEP",
      description =
          "The sweep whose question is answered, by its trials: id, unique prefix of one, or name"
              + " (default: the runs of --filter).")
  private @Nullable String sweep;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunFilter filter;

  @Option(
      names = "--factor",
      paramLabel = "KEY",
      description =
          "What is asked about, such as training.batchSize, variant or seed; split compares train,"
              + " validation and test of each run, seeds each stream of randomness (default: what the"
              + " sweep asks about, else the one thing that differs, seeds aside).")
  private @Nullable String factor;

  @Option(
      names = "--response",
      paramLabel = "METRIC",
      description =
          "What it is asked on: a metric, or \"epochsTo(validation.accuracy, 0.8)\"; of the factor"
              + " split auc, auc.macro, accuracy or loss (default: what the sweep asks on, else"
              + " validation.accuracy).")
  private @Nullable String response;

  @Option(
      names = "--reference",
      paramLabel = "LEVEL",
      description = "Compare each level with this one (default: all with all).")
  private @Nullable String reference;

  @Option(
      names = "--margin",
      paramLabel = "X",
      description =
          "Differences smaller than this count as none (default: 0.005 of accuracies and the like).")
  private @Nullable Double margin;

  @Option(
      names = "--budget",
      paramLabel = "BUDGET",
      description =
          "When the response is read: ${COMPLETION-CANDIDATES}; of each run as it was trained, or"
              + " after the most epochs, updates of the parameters, or seconds of training that all"
              + " runs came to; all asks each of them (default: trained).")
  private AskedBudget budget = AskedBudget.TRAINED;

  @Option(
      names = "--best-of",
      paramLabel = "KEY",
      description =
          "Compare each level at its own best value of this param, such as"
              + " training.updater.learningRate; half of the seeds choose it, the others are compared.")
  private @Nullable String bestOf;

  @Option(
      names = "--also",
      paramLabel = "METRIC",
      split = RunFilter.COMMA,
      splitSynopsisLabel = ",",
      description = "Further responses that the same is asked on, such as time.train.wall.")
  private List<String> also = List.of();

  /** Budgets as they are typed. */
  enum AskedBudget {
    TRAINED,
    EPOCHS,
    UPDATES,
    SECONDS,
    ALL;

    private List<Budget> budgets() {
      return this == ALL ? List.of(Budget.values()) : List.of(Budget.valueOf(name()));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--figures",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "FOLDER",
      description =
          "Draw what the answer rests on too, as PNG and JSON (default: into figures/ of the sweep's"
              + " folder).")
  private @Nullable String figures;

  /** At most one of them. */
  static final class Format {
    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Option(names = "--md", description = "As Markdown.")
    private boolean markdown;
  }

  @ArgGroup private @Nullable Format format;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  AnswerCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (sweep != null && filter.isFilter()) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--filter",
              "does not go with a sweep, whose trials are the runs",
              "leave one of them out"));
    }
    Registry registry = common.workplace().registry(console::say);
    AnswerMaker maker = new AnswerMaker(registry);
    AnswerRequest request =
        new AnswerRequest(
            sweep,
            filter.query(Integer.MAX_VALUE),
            factor,
            response,
            reference,
            margin,
            budget.budgets(),
            bestOf,
            also);
    AnswerMaterial material = maker.material(request, Set.of());
    if (figures == null) {
      console.print(text(material.answer()));
      return 0;
    }
    Path folder = folder(material);
    material = maker.material(request, QuestionFigures.needs(material.inquiry()));
    Answer answer = material.answer();
    AnswerFigureFiles.write(registry, material, answer, folder)
        .forEach(figure -> console.say(String.valueOf(figure.drawing())));
    console.print(text(answer));
    return 0;
  }

  private Path folder(AnswerMaterial material) {
    if (figures != null && !figures.isEmpty()) {
      return Path.of(figures).toAbsolutePath();
    }
    if (material.sweep() == null) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--figures",
              "needs a folder where the runs are of no one sweep",
              "say --figures=FOLDER"));
    }
    return AnswerFigureFiles.folder(material.sweep());
  }

  private String text(Answer answer) {
    if (format != null && format.json) {
      return Json.pretty(answer);
    }
    return format != null && format.markdown
        ? AnswerText.markdown(answer)
        : AnswerText.plain(answer, console.columns() == 0 ? USUAL_WIDTH : console.columns());
  }
}
