package dev.epochal.runner.figures;

import dev.epochal.core.data.Split;
import dev.epochal.core.figure.FigureData;
import dev.epochal.core.figure.FigureFile;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.figure.ParameterHistograms;
import dev.epochal.core.figure.Timing;
import dev.epochal.core.run.JournalEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The figures of what happened during training. */
final class TrainingFigures {
  private TrainingFigures() {}

  static LossHistory losses(RunResults run, FigureChoices choices) {
    LossHistory.Axis axis = choices.axis() == null ? LossHistory.Axis.EPOCH : choices.axis();
    History history = epochs(run);
    boolean byUpdate = axis == LossHistory.Axis.UPDATE;
    return new LossHistory(
        run.subject(),
        run.size(Split.TRAIN),
        run.size(Split.VALIDATION),
        axis,
        history.epochs().stream().map(JournalEntry.Epoch::epoch).toList(),
        at(axis, run),
        history.metric("train.loss"),
        history.metric("validation.loss"),
        history.metric("train.accuracy"),
        history.metric("validation.accuracy"),
        byUpdate ? history.updates().at() : List.of(),
        byUpdate ? history.updates().means() : List.of());
  }

  private static List<Double> at(LossHistory.Axis axis, RunResults run) {
    History history = run.history();
    int batch = run.plan().training().batchSize();
    double updatesPerEpoch = Math.ceil((double) run.size(Split.TRAIN) / batch);
    List<Double> train = history.metric("train.seconds");
    List<Double> data = history.metric("data.seconds");
    List<Double> validation = history.metric("validation.seconds");
    List<Double> at = new ArrayList<>();
    double seconds = 0;
    for (int i = 0; i < history.epochs().size(); i++) {
      double epoch = history.epochs().get(i).epoch();
      seconds += known(train.get(i)) + known(data.get(i)) + known(validation.get(i));
      at.add(
          switch (axis) {
            case EPOCH -> epoch;
            case UPDATE -> epoch * updatesPerEpoch;
            case SECOND -> seconds;
          });
    }
    return at;
  }

  private static double known(double seconds) {
    return Double.isNaN(seconds) ? 0 : seconds;
  }

  static Timing timing(RunResults run, FigureChoices choices) {
    History history = epochs(run);
    return new Timing(
        run.subject(),
        run.size(Split.TRAIN),
        history.epochs().stream().map(JournalEntry.Epoch::epoch).toList(),
        seconds(history, "train.seconds"),
        seconds(history, "data.seconds"),
        seconds(history, "validation.seconds"));
  }

  private static List<Double> seconds(History history, String metric) {
    return history.metric(metric).stream().map(TrainingFigures::known).toList();
  }

  /** What was summed up while the run trained is the figure's data themselves. */
  static FigureData parameters(RunResults run, FigureChoices choices) {
    Path recorded = run.folder().figureData(ParameterHistograms.NAME);
    if (!Files.isRegularFile(recorded)) {
      throw new CannotShowException(
          "the run recorded no parameter histograms: they are taken while it trains");
    }
    return FigureFile.read(recorded);
  }

  private static History epochs(RunResults run) {
    if (run.history().epochs().isEmpty()) {
      throw new CannotShowException("the run completed no epoch");
    }
    return run.history();
  }
}
