package dev.epochal.runner.figures;

import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import dev.epochal.core.data.StoredImages;
import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.LabelledImage;
import dev.epochal.core.figure.Raster;
import dev.epochal.core.json.Json;
import dev.epochal.core.plan.ModelChoice;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.stats.PredictionFiles;
import dev.epochal.core.stats.Predictions;
import dev.epochal.registry.folder.DatasetStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What of a run its figures are made of, read from the disk when a figure needs it. */
public final class RunResults implements ShownData {
  private final RunFolder folder;
  private final DatasetStore store;
  private final RunPlan plan;
  private final RunRecord run;
  private final DatasetRecord dataset;
  private final History history;
  private final Map<Split, Predictions> predictions = new EnumMap<>(Split.class);

  /**
   * A run with what training yielded, which its journal may not hold yet.
   *
   * @param folder the run's; the kept images lie beside it
   */
  public RunResults(
      RunFolder folder, RunPlan plan, RunRecord run, DatasetRecord dataset, History history) {
    this.folder = folder;
    this.store = DatasetStore.beside(folder);
    this.plan = plan;
    this.run = run;
    this.dataset = dataset;
    this.history = history;
  }

  /**
   * A run as its folder tells it.
   *
   * @throws CannotShowException when it ended before it had data
   */
  public static RunResults read(RunFolder folder) {
    RunRecord run = Json.read(folder.record(), RunRecord.class);
    DatasetRecord dataset = run.dataset();
    if (dataset == null) {
      throw new CannotShowException(
          "run " + folder.id() + " has no figures: it ended before its data were there");
    }
    return new RunResults(
        folder,
        Json.read(folder.plan(), RunPlan.class),
        run,
        dataset,
        History.read(folder.journal()));
  }

  RunFolder folder() {
    return folder;
  }

  RunPlan plan() {
    return plan;
  }

  RunRecord run() {
    return run;
  }

  DatasetRecord dataset() {
    return dataset;
  }

  History history() {
    return history;
  }

  /** What the figures are of. */
  @Override
  public FigureSubject subject() {
    return new FigureSubject(run.name(), run.id(), dataset.used(), dataset.notice());
  }

  /**
   * What figures of the model's answers are of: where these are no numbers, the predicted classes
   * mean nothing, which nobody must overlook.
   */
  FigureSubject subject(List<Split> splits) {
    List<String> broken = new ArrayList<>();
    for (Split split : splits) {
      int notFinite = predictions(split).notFinite();
      if (notFinite > 0) {
        broken.add("%d of %d %s images".formatted(notFinite, size(split), split.key()));
      }
    }
    return broken.isEmpty()
        ? subject()
        : subject(
            "The model's probabilities are NaN for %s: the predicted classes there mean nothing."
                .formatted(String.join(", ", broken)));
  }

  /** What a figure is of that something must be said loudly about. */
  FigureSubject subject(String said) {
    String notice = dataset.notice() == null ? said : dataset.notice() + ". " + said;
    return new FigureSubject(run.name(), run.id(), dataset.used(), notice);
  }

  @Override
  public List<String> classNames() {
    return dataset.classNames();
  }

  @Override
  public int size(Split split) {
    return record(split).n();
  }

  private DatasetRecord.SplitRecord record(Split split) {
    DatasetRecord.SplitRecord record = dataset.splits().get(split.key());
    if (record == null) {
      throw new CannotShowException("the run has no " + split.key() + " split");
    }
    return record;
  }

  /** The images of a split; those of the test split only after the final evaluation. */
  StoredImages images(Split split) {
    if (split == Split.TEST && !Files.isRegularFile(folder.predictions(split, "probabilities"))) {
      throw new CannotShowException("no image of the test split is shown: " + notEvaluated());
    }
    Path file = store.images(record(split).sha256());
    if (!Files.isRegularFile(file)) {
      throw new NotKeptException(
          "the images of " + split.key() + " were not kept: " + file + " does not exist");
    }
    return StoredImages.open(file);
  }

  @Override
  public int[] labels(Split split) {
    Path file = store.labels(record(split).sha256());
    if (!Files.isRegularFile(file)) {
      throw new NotKeptException(
          "the labels of " + split.key() + " were not kept: " + file + " does not exist");
    }
    return NpyFile.readInts(file);
  }

  @Override
  public LabelledImage image(Split split, int position) {
    StoredImages images = images(split);
    return new LabelledImage(
        position, labels(split)[position], Raster.of(images.shape(), images.image(position)));
  }

  /** What the model said of a split in the final evaluation; its loss is not read. */
  Predictions predictions(Split split) {
    return predictions.computeIfAbsent(split, this::readPredictions);
  }

  private Predictions readPredictions(Split split) {
    if (PredictionFiles.missing(folder, split).isPresent()) {
      throw new NotKeptException(notEvaluated());
    }
    return PredictionFiles.read(folder, split);
  }

  private String notEvaluated() {
    return switch (run.status()) {
      case SCHEDULED, RUNNING, FINISHED -> "the run's predictions are not in its folder";
      case FAILED, KILLED, CRASHED ->
          "the run ended as " + run.status() + ", before its final evaluation";
    };
  }

  /** The model that was evaluated, or would have been. */
  Path model() {
    Path model =
        plan.evaluate().model() == ModelChoice.BEST ? folder.bestModel() : folder.finalModel();
    if (!Files.isRegularFile(model)) {
      throw new NotKeptException("the run kept no model: " + model + " does not exist");
    }
    return model;
  }
}
