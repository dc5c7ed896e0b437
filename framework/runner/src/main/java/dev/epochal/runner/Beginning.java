package dev.epochal.runner;

import static java.util.stream.Collectors.joining;

import dev.epochal.core.figure.FigureFile;
import dev.epochal.core.figure.ParameterHistograms;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.train.Progress;
import dev.epochal.engine.train.Spent;
import dev.epochal.engine.train.TrainingState;
import dev.epochal.runner.figures.History;
import dev.epochal.runner.machine.EnvironmentChange;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where in training a process begins with a run: before the first update, or where an earlier
 * process left it.
 *
 * @param state is loaded when training begins, and not kept here: it may be large
 * @param spent on training before
 * @param history of training before
 * @param parameters how they were distributed before; null when nothing of it was recorded
 * @param said in the run's log
 */
record Beginning(
    Progress progress,
    Supplier<TrainingState> state,
    Spent spent,
    History history,
    @Nullable ParameterHistograms parameters,
    String said) {

  /** That of a new run. */
  static Beginning fresh(Network network) {
    return new Beginning(
        Progress.START,
        () -> TrainingState.start(network),
        Spent.NONE,
        new History(),
        null,
        "started");
  }

  /** Where a checkpoint leaves off, with what the run's folder tells of the time before. */
  static Beginning at(
      ResumePoint point, List<EnvironmentChange> changes, RunFolder folder, Network network) {
    Progress progress = point.progress();
    return new Beginning(
        progress,
        () -> point.state(network),
        point.spent(),
        History.read(folder.journal(), progress.epochs(), progress.updates()),
        parameters(folder),
        "resumed "
            + point
            + changes.stream().map(change -> "; " + change.sentence()).collect(joining()));
  }

  private static @Nullable ParameterHistograms parameters(RunFolder folder) {
    try {
      return Files.isRegularFile(folder.figureData(ParameterHistograms.NAME))
              && FigureFile.read(folder.figureData(ParameterHistograms.NAME))
                  instanceof ParameterHistograms recorded
          ? recorded
          : null;
    } catch (EpochalException damaged) {
      return null;
    }
  }
}
