package dev.epochal.cli;

import dev.epochal.core.json.Json;
import dev.epochal.core.plan.ModelChoice;
import dev.epochal.core.plan.Words;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.Registry;
import dev.epochal.runner.predict.Prediction;
import dev.epochal.runner.predict.Predictor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks a run's model about images. */
@Command(name = "predict", description = "Ask a run's model about images: class and probabilities.")
final class PredictCommand implements Callable<Integer> {
  private static final int SHOWN = 3;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunArgument run;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "IMAGE",
      description = "PNG or JPEG files, or images of a split as validation:7.")
  private List<String> images = List.of();

  @Option(
      names = "--model",
      paramLabel = "final|best",
      description =
          "Which model: as the last epoch left it, or the best one; by default the one that was"
              + " evaluated.")
  private @Nullable ModelChoice model;

  @Option(names = "--all", description = "Print the probabilities of all classes.")
  private boolean all;

  @Option(names = "--json", description = "Everything, as one JSON object.")
  private boolean json;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  PredictCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry registry = common.workplace().registry(console::say);
    RunArgument.Named asked = run.with(images, registry, console);
    if (asked.words().isEmpty()) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "IMAGE",
              "is missing",
              "name a PNG or JPEG file, or an image of a split as validation:7"));
    }
    RunFolder folder = registry.folder(asked.reference());
    Predictor predictor = Predictor.of(folder, model);
    String notice = predictor.notice();
    if (notice != null) {
      console.shout("!!! " + notice + " !!!");
    }
    List<Prediction> predictions = predictor.predict(asked.words());
    console.say("the " + Words.of(predictor.choice()) + " model of run " + folder.id() + ":");
    if (json) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("run", folder.id());
      answer.put("model", Words.of(predictor.choice()));
      answer.put("predictions", predictions);
      console.print(Json.pretty(answer));
    } else {
      predictions.forEach(this::print);
    }
    return 0;
  }

  private void print(Prediction prediction) {
    prediction.notes().forEach(note -> console.say(prediction.image() + ": " + note));
    String scores =
        prediction.probabilities().stream()
            .limit(all ? Integer.MAX_VALUE : SHOWN)
            .map(s -> String.format(Locale.ROOT, "%s %.2f %%", s.name(), 100 * s.probability()))
            .collect(Collectors.joining("   "));
    String label = prediction.label();
    String truth =
        label == null
            ? ""
            : label.equals(prediction.predicted()) ? "   right" : "   wrong: it is " + label;
    console.print(prediction.image() + "   " + scores + truth + "\n");
  }
}
