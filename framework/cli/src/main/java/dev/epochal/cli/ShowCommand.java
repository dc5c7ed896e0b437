package dev.epochal.cli;

import dev.epochal.core.data.Split;
import dev.epochal.core.json.Json;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.Series;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import dev.epochal.registry.RunSummary;
import dev.epochal.registry.SweepDetail;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows one run, or a sweep with its trials. */
@Command(
    name = "show",
    description =
        "Show a run: metrics, params, data, environment, artifacts. Or a sweep: its trials.")
final class ShowCommand implements Callable<Integer> {
  private static final int USUAL_WIDTH = 80;
  private static final int WIDEST_PLOT = 120;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunArgument run;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description =
          "This value alone; may be repeated. A final metric, e.g. test.auc.macro, or how soon one"
              + " was reached: epochsTo(validation.accuracy, 0.8), secondsTo(validation.loss, 0.5).")
  private List<String> metrics = List.of();

  @Option(names = "--deleted", description = "A deleted run, or a deleted sweep.")
  private boolean deleted;

  @Option(names = "--json", description = "Everything, as one JSON object.")
  private boolean json;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry all = common.workplace().registry(console::say);
    Registry registry = deleted ? all.deleted() : all;
    String reference = run.in(registry, console);
    Optional<String> sweep = registry.sweeps().find(reference);
    if (sweep.isPresent()) {
      print(registry.sweeps().show(sweep.get()));
      return 0;
    }
    RunDetail detail = registry.show(reference);
    if (metrics.isEmpty()) {
      console.print(json ? RunJson.pretty(detail) : text(registry, detail));
    } else {
      print(MetricValues.of(detail, metrics));
    }
    return 0;
  }

  private void print(SweepDetail sweep) {
    if (!metrics.isEmpty()) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--metric",
              "is of a run, and " + sweep.summary().name() + " is a sweep",
              "./run list --filter \"sweep = "
                  + sweep.summary().id()
                  + "\" --columns trial,metrics."
                  + metrics.get(0)));
    }
    console.print(json ? Json.pretty(sweep) : SweepText.of(sweep, console.columns()));
  }

  private void print(Map<String, @Nullable Double> values) {
    if (json) {
      console.print(Json.pretty(values));
    } else {
      values.forEach(
          (name, value) ->
              console.print("%s %s%n".formatted(name, value == null ? "never reached" : value)));
    }
  }

  private String text(Registry registry, RunDetail detail) {
    RunSummary run = detail.summary();
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%s (%s) %s%s%s",
        Plain.of(run.name()),
        run.id(),
        run.status(),
        Remarks.mark(detail),
        detail.reason() == null ? "" : ": " + detail.reason());
    DatasetRecord dataset = detail.dataset();
    if (dataset != null && dataset.notice() != null) {
      line(text, "!!! %s !!!", dataset.notice());
    }
    line(
        text,
        "experiment %s, seed %d, started %s, took %s",
        run.experiment(),
        run.seed(),
        run.started(),
        run.durationSeconds() == null ? "…" : Durations.text(run.durationSeconds()));
    line(
        text,
        "folder     %s%s",
        detail.folder(),
        Files.exists(detail.folder()) ? "" : " is gone: this is what the registry knows");
    if (detail.rerunOf() != null) {
      line(text, "rerun of   %s", Plain.of(detail.rerunOf()));
    }
    TrialText.lines(registry, detail).forEach(line -> line(text, "%s", line));
    detail.recordingErrors().forEach(error -> line(text, "!!! not recorded: %s", error));
    metrics(text, detail);
    plot(detail).forEach(line -> line(text, "%s", line));
    if (dataset != null) {
      line(
          text,
          "%ndata: %s from %s, %s",
          dataset.used(),
          dataset.source(),
          DataText.inTwoSplits(dataset.inTwoSplits()));
      dataset
          .splits()
          .forEach(
              (name, split) ->
                  line(text, "  %-10s %6d images, sha256 %s", name, split.n(), split.sha256()));
    }
    if (detail.testReads() > 0) {
      line(
          text,
          "  test was read by %d %s of %s",
          detail.testReads(),
          detail.testReads() == 1 ? "run" : "runs",
          Plain.of(run.experiment()));
    }
    line(text, "%nparams:");
    run.params().forEach((key, value) -> line(text, "  %-36s %s", key, value));
    if (!run.tags().isEmpty()) {
      line(text, "%ntags:");
      run.tags().forEach((key, value) -> line(text, "  %-36s %s", Plain.of(key), Plain.of(value)));
    }
    text.append(Remarks.of(detail));
    line(text, "%nartifacts:");
    detail
        .artifacts()
        .forEach(
            file ->
                line(text, "  %-40s %-12s %,12d bytes", file.name(), file.kind(), file.bytes()));
    return text.toString();
  }

  private static void metrics(StringBuilder text, RunDetail detail) {
    Map<String, Double> metrics = detail.summary().metrics();
    line(text, "");
    for (Split split : Split.values()) {
      Double accuracy = metrics.get(split.key() + ".accuracy");
      Double loss = metrics.get(split.key() + ".loss");
      Double f1 = metrics.get(split.key() + ".f1.macro");
      if (accuracy != null && loss != null && f1 != null) {
        line(
            text,
            "%-10s accuracy %6.2f %%   loss %.4f   F1 (macro) %.4f",
            split.key(),
            100 * accuracy,
            loss,
            f1);
      }
    }
    Double auc = metrics.get("test.auc.macro");
    Double gap = metrics.get("gap.test.loss");
    if (auc != null && gap != null) {
      line(text, "           test AUC (macro) %.4f, test loss - train loss %+.4f", auc, gap);
    }
    Double wall = metrics.get("time.train.wall");
    Double cpu = metrics.get("time.train.cpu");
    if (wall != null && cpu != null) {
      line(text, "training   %.1f s wall, %.1f s CPU", wall, cpu);
    }
    SystemUse.of(detail).ifPresent(use -> line(text, "machine    %s", use));
    Reached.lines(detail).forEach(line -> line(text, "%s", line));
    RunStatus status = detail.summary().status();
    if (status == RunStatus.KILLED || status == RunStatus.CRASHED) {
      line(text, "next       ./run resume %s", detail.summary().id());
    }
  }

  private List<String> plot(RunDetail detail) {
    Series train = detail.history().get("train.loss");
    Series validation = detail.history().get("validation.loss");
    if (train == null || validation == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(""));
    int width = console.columns() == 0 ? USUAL_WIDTH : Math.min(console.columns(), WIDEST_PLOT);
    lines.addAll(new LossPlot(width, console.unicode()).lines(train.values(), validation.values()));
    return lines;
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
