package dev.epochal.cli;

import dev.epochal.core.json.Json;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.runner.DataLook;
import dev.epochal.runner.DataReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows an experiment's data before anything is trained on them. */
@Command(
    name = "data",
    description = "Look at an experiment's data before training: splits, classes, duplicates.")
final class DataCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private SpecArguments experiment;

  @Option(
      names = "--item",
      paramLabel = "SPLIT:N",
      description =
          "Tell the label of an image of train or validation, counted from 0: train:17."
              + " May be given several times.")
  private List<String> items = List.of();

  @Option(
      names = "--figures",
      paramLabel = "DIR",
      description = "Draw examples, their pixels and the class balance into a folder.")
  private @Nullable Path figures;

  @Option(names = "--json", description = "As one JSON object.")
  private boolean json;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  DataCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RunPlan plan = experiment.plan().plan();
    FetchDisplay fetching = new FetchDisplay(console);
    DataLook look = DataLook.at(plan, items, common.workplace(), fetching);
    DataReport report = look.report();
    console.print(json ? Json.pretty(report) : DataText.of(report));
    if (figures != null) {
      // Beside JSON on stdout nothing may stand.
      look.figures(figures)
          .forEach(
              figure ->
                  console.say(
                      figure.figure()
                          + ": "
                          + (figure.leftOut() == null ? figure.drawing() : figure.leftOut())));
    }
    return 0;
  }
}
