package dev.epochal.cli;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.json.Json;
import dev.epochal.runner.answer.AnswerMaker;
import dev.epochal.runner.answer.AnswerRequest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says in a sentence what many runs show. */
@Command(
    name = "answer",
    description = "Say by many runs whether something matters, by how much, and how sure that is.",
    footer = {
      "",
      "For example:",
      "  ./run answer --filter \"experiment = mlp\" --factor training.batchSize",
      "",
      "Levels are compared seed by seed where each was run with the same seeds (paired t), else by"
          + " Welch's t; all p are corrected by Holm. One run of a level alone decides nothing.",
    })
final class AnswerCommand implements Callable<Integer> {
  private static final int USUAL_WIDTH = 80;
  private static final String RESPONSE = "validation.accuracy";

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunFilter filter;

  @Option(
      names = "--factor",
      paramLabel = "KEY",
      description =
          "What is asked about, such as training.batchSize, variant or seed (default: the one thing"
              + " that differs between the runs, seeds aside).")
  private @Nullable String factor;

  @Option(
      names = "--response",
      paramLabel = "METRIC",
      description =
          "What it is asked on: a metric, or \"epochsTo(validation.accuracy, 0.8)\" (default:"
              + " ${DEFAULT-VALUE}).")
  private String response = RESPONSE;

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
    Answer answer =
        new AnswerMaker(common.workplace().registry(console::say))
            .answer(
                new AnswerRequest(
                    filter.query(Integer.MAX_VALUE), factor, response, reference, margin));
    console.print(text(answer));
    return 0;
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
