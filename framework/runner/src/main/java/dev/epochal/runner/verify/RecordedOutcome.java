package dev.epochal.runner.verify;

import dev.epochal.core.data.Split;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.stats.PredictionFiles;
import dev.epochal.core.stats.Predictions;
import dev.epochal.engine.network.SavedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The models and predictions that a run left, read before it is done again: what is damaged is said
 * at once, and not after hours of training.
 */
final class RecordedOutcome {
  /** Where nothing is to be compared. */
  static final RecordedOutcome NONE = new RecordedOutcome();

  private final Map<String, float[]> models = new TreeMap<>();
  private final Map<Split, Predictions> predictions = new EnumMap<>(Split.class);
  private final List<String> missing = new ArrayList<>();

  private RecordedOutcome() {}

  /**
   * Reads what there is.
   *
   * @param parameters of the plan's network
   * @param splits that the run's final evaluation read; none where it had none
   * @throws InvalidInputException naming a file that is damaged
   */
  static RecordedOutcome read(RunFolder folder, long parameters, List<Split> splits) {
    RecordedOutcome outcome = new RecordedOutcome();
    outcome.model("final", folder, folder.finalModel(), parameters);
    outcome.model("best", folder, folder.bestModel(), parameters);
    splits.forEach(split -> outcome.predictions(folder, split));
    return outcome;
  }

  private void model(String name, RunFolder folder, Path file, long parameters) {
    if (!Files.isRegularFile(file)) {
      missing.add(folder.path().relativize(file) + " does not exist");
      return;
    }
    float[] values;
    try {
      values = SavedModel.load(file).parameters().values();
    } catch (EpochalException e) {
      throw new InvalidInputException(Problem.of(String.valueOf(e.getMessage())));
    }
    if (values.length != parameters) {
      throw new InvalidInputException(
          Problem.of(
              "%s is not a model of this run: it has %,d parameters, and the plan %,d"
                  .formatted(file, values.length, parameters)));
    }
    models.put(name, values);
  }

  private void predictions(RunFolder folder, Split split) {
    Optional<Path> gone = PredictionFiles.missing(folder, split);
    if (gone.isPresent()) {
      missing.add(folder.path().relativize(gone.get()) + " does not exist");
    } else {
      predictions.put(split, PredictionFiles.read(folder, split));
    }
  }

  /** The parameters of a model, {@code final} or {@code best}; null when it is not there. */
  float @Nullable [] model(String name) {
    return models.get(name);
  }

  /** Null when they are not there; the loss is not read. */
  @Nullable Predictions predictions(Split split) {
    return predictions.get(split);
  }

  /** Files that there might be. */
  List<String> missing() {
    return missing;
  }
}
