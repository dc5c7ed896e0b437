package dev.epochal.cli;

import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.EpochResult;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.runner.EpochMetrics;
import dev.epochal.runner.Resumption;
import dev.epochal.runner.RunListener;
import dev.epochal.runner.machine.EnvironmentChange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Shows a run while it goes on: a bar on a terminal, a line per epoch elsewhere; all on stderr. */
final class RunDisplay implements RunListener, AutoCloseable {
  private final Console console;
  private final StopSignal stop;
  private final FetchDisplay fetching;
  private final Map<String, String> before;
  private @Nullable TrainingBar bar;
  private int epochs;
  private long imagesBefore;

  /** Shows on {@code console}; tells {@code stop} when there is something to keep. */
  RunDisplay(Console console, StopSignal stop) {
    this(console, stop, Map.of());
  }

  /**
   * Likewise, and says what of an environment is not so any more.
   *
   * @param before that of the run that is done again
   */
  RunDisplay(Console console, StopSignal stop, Map<String, String> before) {
    this.console = console;
    this.stop = stop;
    this.fetching = new FetchDisplay(console);
    this.before = before;
  }

  @Override
  public void message(String sentence) {
    console.say(sentence);
  }

  @Override
  public void downloaded(String file, long bytes, long total) {
    fetching.downloaded(file, bytes, total);
  }

  @Override
  public void recording() {
    stop.recording();
  }

  @Override
  public void resumed(Resumption how) {
    imagesBefore = how.images();
    console.say("Goes on " + how.from());
  }

  @Override
  public void ready(
      RunPlan plan, RunRecord run, DatasetRecord dataset, SortedMap<String, String> environment) {
    epochs = plan.training().epochs();
    console.say("Run %s (%s), seed %d".formatted(run.name(), run.id(), run.seed()));
    String notice = dataset.notice();
    if (notice != null) {
      console.shout("!!! " + notice + " !!!");
    }
    console.say(
        "Data: %s from %s; %d train, %d validation, %d test images%s"
            .formatted(
                dataset.used(),
                dataset.source(),
                plan.data().split().used().train(),
                plan.data().split().used().validation(),
                plan.data().split().used().test(),
                dataset.inTwoSplits() == 0
                    ? ""
                    : "; " + DataText.inTwoSplits(dataset.inTwoSplits()) + ": see ./run data"));
    console.say(NetworkTable.of(plan.network()));
    console.say(
        "Device: %s, %s thread%s, oneDNN %s"
            .formatted(
                environment.get("cpu.name"),
                environment.get("native.threads"),
                "1".equals(environment.get("native.threads")) ? "" : "s",
                "true".equals(environment.get("native.oneDnn")) ? "on" : "off"));
    List<EnvironmentChange> changes = EnvironmentChange.between(before, environment);
    if (!changes.isEmpty()) {
      console.shout("!!! Not the environment of before, so the bits may differ:");
      changes.forEach(change -> console.shout("    " + change.sentence()));
    }
    if (console.terminal()) {
      bar =
          new TrainingBar(
              console.errStream(),
              imagesBefore,
              Duration.ZERO,
              (long) epochs * plan.data().split().used().train(),
              console.columns());
    }
  }

  @Override
  public void updated(int images, double loss) {
    if (bar != null) {
      bar.step(images);
    }
  }

  @Override
  public void epochEnded(EpochResult epoch) {
    SortedMap<String, Double> metrics = EpochMetrics.of(epoch);
    if (bar != null) {
      bar.show(EpochLine.of(epoch.epoch(), epochs, metrics));
    } else {
      console.say(EpochLine.timed(epoch.epoch(), epochs, metrics));
    }
  }

  @Override
  public void stage(String name) {
    close();
    if (console.terminal()) {
      console.say(name + " …");
    }
  }

  @Override
  public void finished(RunRecord run, RunFolder folder) {
    close();
    RunEnd.lines(run, folder).forEach(console::say);
    RunEnd.warnings(run).forEach(console::shout);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
