package dev.epochal.runner.predict;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import dev.epochal.core.data.StoredImages;
import dev.epochal.core.json.Json;
import dev.epochal.core.plan.ImagePlace;
import dev.epochal.core.plan.ModelChoice;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.Words;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.engine.dataset.PixelScale;
import dev.epochal.engine.evaluate.Classifier;
import dev.epochal.engine.network.SavedModel;
import dev.epochal.registry.folder.DatasetStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A recorded model and all that is needed to ask it about images. */
public final class Predictor {
  /** Datasets whose digits were made as MNIST's. */
  private static final Set<String> CENTRED = Set.of("mnist", "digits");

  /** Enough training images to know their background. */
  private static final int MOST_LOOKED_AT = 200;

  private final RunPlan plan;
  private final DatasetRecord dataset;
  private final DatasetStore store;
  private final ModelChoice choice;
  private final Path model;

  private Predictor(
      RunPlan plan, DatasetRecord dataset, DatasetStore store, ModelChoice choice, Path model) {
    this.choice = choice;
    this.plan = plan;
    this.dataset = dataset;
    this.store = store;
    this.model = model;
  }

  /**
   * The model of a run; it is not loaded yet.
   *
   * @param asked null for the one that was evaluated
   * @throws InvalidInputException when the run kept no such model
   */
  public static Predictor of(RunFolder folder, @Nullable ModelChoice asked) {
    if (!Files.isRegularFile(folder.record())) {
      throw new InvalidInputException(
          Problem.of(
              "the folder of run " + folder.id() + " is gone: " + folder.path(),
              "./run list shows the other runs"));
    }
    RunRecord run = Json.read(folder.record(), RunRecord.class);
    RunPlan plan = Json.read(folder.plan(), RunPlan.class);
    ModelChoice choice = asked == null ? plan.evaluate().model() : asked;
    Path model = choice == ModelChoice.BEST ? folder.bestModel() : folder.finalModel();
    DatasetRecord dataset = run.dataset();
    if (dataset == null || !Files.isRegularFile(model)) {
      throw new InvalidInputException(
          Problem.of(
              "run %s (%s) has no model to ask: %s does not exist"
                  .formatted(folder.id(), run.status(), model),
              "./run list shows the other runs"));
    }
    Path runs = Objects.requireNonNull(folder.path().toAbsolutePath().getParent());
    return new Predictor(plan, dataset, new DatasetStore(runs), choice, model);
  }

  /** Which of the run's models it is. */
  public ModelChoice choice() {
    return choice;
  }

  /** Said loudly when the model was trained on a fallback; else null. */
  public @Nullable String notice() {
    return dataset.notice();
  }

  /** An image that is ready for the model. */
  @SuppressWarnings("ArrayRecordComponent") // pixels: passed on, never compared
  private record Input(String image, byte[] pixels, @Nullable String label, List<String> notes) {}

  /**
   * What the model says of each image.
   *
   * @param images PNG or JPEG files, or items as {@code validation:7}
   * @throws InvalidInputException with every image that cannot be used, before the model is loaded
   */
  public List<Prediction> predict(List<String> images) {
    Likeness likeness =
        new Likeness(dataset.shape(), background(), CENTRED.contains(dataset.used()));
    List<Input> inputs = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String image : images) {
      try {
        inputs.add(
            image.matches(ImagePlace.FORM) ? item(ImagePlace.of(image)) : file(image, likeness));
      } catch (ImageFile.Unreadable e) {
        problems.add(new Problem("command line", image, String.valueOf(e.getMessage()), null));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    PixelScale scale = PixelScale.of(plan.data().normalize(), () -> kept(Split.TRAIN).all());
    Classifier classifier =
        new Classifier(SavedModel.load(model), dataset.shape(), dataset.classNames().size());
    return inputs.stream()
        .map(input -> answer(input, classifier.probabilities(scale.normalized(input.pixels()))))
        .toList();
  }

  private Prediction answer(Input input, float[] probabilities) {
    for (float probability : probabilities) {
      if (Float.isNaN(probability)) {
        throw new EpochalException(
            "the "
                + Words.of(choice)
                + " model answers with NaN, which is no class: its training diverged"
                + (choice == ModelChoice.FINAL ? "; --model best may know more" : ""));
      }
    }
    List<Prediction.Score> scores =
        IntStream.range(0, probabilities.length)
            .mapToObj(c -> new Prediction.Score(dataset.classNames().get(c), probabilities[c]))
            .sorted(Comparator.comparingDouble(Prediction.Score::probability).reversed())
            .toList();
    return new Prediction(
        input.image(),
        scores.get(0).name(),
        scores.get(0).probability(),
        input.label(),
        scores,
        input.notes());
  }

  private Input file(String name, Likeness likeness) throws ImageFile.Unreadable {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException e) {
      throw new ImageFile.Unreadable("is no file's name: " + e.getReason());
    }
    Likeness.Made made = likeness.of(ImageFile.read(file));
    if (made == null) {
      throw new ImageFile.Unreadable("is blank: nothing on it stands out from its border");
    }
    return new Input(name, made.picture().bytes(), null, made.notes());
  }

  private Input item(ImagePlace place) throws ImageFile.Unreadable {
    Split split = place.split();
    if (split == Split.TEST) {
      throw new ImageFile.Unreadable(
          "must be of train or validation: the test split is blind, and what the model said of it"
              + " is in the run's predictions/test-*.npy");
    }
    StoredImages images = kept(split);
    if (place.position() >= images.n()) {
      throw new ImageFile.Unreadable(
          "must be at most %s:%d, the last image of the split"
              .formatted(split.key(), images.n() - 1));
    }
    Path labels = store.labels(sha256(split));
    String label =
        Files.isRegularFile(labels)
            ? dataset.classNames().get(NpyFile.readInts(labels)[place.position()])
            : null;
    return new Input(place.toString(), images.image(place.position()), label, List.of());
  }

  /** How bright the border of the training images is; black when they were not kept. */
  private double background() {
    if (!Files.isRegularFile(store.images(sha256(Split.TRAIN)))) {
      return 0;
    }
    StoredImages images = kept(Split.TRAIN);
    ImageShape shape = images.shape();
    return IntStream.range(0, Math.min(MOST_LOOKED_AT, images.n()))
        .mapToDouble(i -> Picture.of(shape, images.image(i)).border())
        .average()
        .orElse(0);
  }

  private StoredImages kept(Split split) {
    Path file = store.images(sha256(split));
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          Problem.of(
              "the images of the %s split are needed, but %s does not exist"
                  .formatted(split.key(), file),
              "copy runs/datasets from where the run was made"));
    }
    return StoredImages.open(file);
  }

  private String sha256(Split split) {
    DatasetRecord.SplitRecord record = dataset.splits().get(split.key());
    if (record == null) {
      throw new InvalidInputException(
          Problem.of("the run has no " + split.key() + " split", "name an image file instead"));
    }
    return record.sha256();
  }
}
