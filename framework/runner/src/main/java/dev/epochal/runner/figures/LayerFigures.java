package dev.epochal.runner.figures;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.Split;
import dev.epochal.core.figure.FeatureMaps;
import dev.epochal.core.figure.Filters;
import dev.epochal.core.figure.LabelledImage;
import dev.epochal.core.figure.Plane;
import dev.epochal.core.plan.EvaluationPlan;
import dev.epochal.core.plan.ImagePlace;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.Words;
import dev.epochal.engine.dataset.PixelScale;
import dev.epochal.engine.evaluate.LayerView;
import dev.epochal.engine.network.SavedModel;
import java.util.ArrayList;
import java.util.List;

/** The figures of one convolution; they load the model, and with it DL4J. */
final class LayerFigures {
  private LayerFigures() {}

  static FeatureMaps featureMaps(RunResults run, FigureChoices choices) {
    LayerPlan.Convolution2d layer = layer(run, choices);
    EvaluationPlan.FeatureMaps plan = run.plan().evaluate().featureMaps();
    ImagePlace place = choices.image() == null && plan != null ? plan.image() : choices.image();
    if (place == null) {
      throw new CannotShowException("no image was chosen");
    }
    LabelledImage image = run.image(place.split(), place.position());
    ImageShape shape = image.image().shape();
    float[] pixels =
        PixelScale.of(run.plan().data().normalize(), () -> run.images(Split.TRAIN).all())
            .normalized(image.image().bytes());
    LayerView.Maps maps =
        new LayerView(SavedModel.load(run.model()), layer.name()).maps(shape, pixels);
    int predicted = 0;
    for (int c = 1; c < maps.probabilities().length; c++) {
      predicted = maps.probabilities()[c] > maps.probabilities()[predicted] ? c : predicted;
    }
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (float pixel : pixels) {
      min = Math.min(min, pixel);
      max = Math.max(max, pixel);
    }
    boolean known = Float.isFinite(maps.probabilities()[predicted]);
    return new FeatureMaps(
        known
            ? run.subject()
            : run.subject(
                "The model's probabilities are NaN for this image: the predicted class means nothing."),
        run.classNames(),
        layer.name(),
        Words.of(layer.activation()),
        place.split(),
        image,
        predicted,
        maps.probabilities()[predicted],
        min,
        max,
        maps.channels(),
        planes(maps, maps.before()),
        planes(maps, maps.after()));
  }

  static Filters filters(RunResults run, FigureChoices choices) {
    LayerPlan.Convolution2d layer = layer(run, choices);
    LayerView.Weights weights = new LayerView(SavedModel.load(run.model()), layer.name()).weights();
    int size = weights.height() * weights.width();
    List<List<Plane>> filters = new ArrayList<>();
    List<Double> biases = new ArrayList<>();
    for (int f = 0; f < Math.min(Filters.MOST, weights.filters()); f++) {
      List<Plane> channels = new ArrayList<>();
      for (int c = 0; c < Math.min(Filters.MOST, weights.channels()); c++) {
        int from = (f * weights.channels() + c) * size;
        channels.add(Plane.of(weights.height(), weights.width(), weights.weights(), from));
      }
      filters.add(channels);
      biases.add((double) weights.biases()[f]);
    }
    return new Filters(
        run.subject(), layer.name(), weights.filters(), weights.channels(), filters, biases);
  }

  private static List<Plane> planes(LayerView.Maps maps, float[] values) {
    List<Plane> planes = new ArrayList<>();
    for (int c = 0; c < Math.min(FeatureMaps.MOST, maps.channels()); c++) {
      int from = c * maps.height() * maps.width();
      planes.add(Plane.of(maps.height(), maps.width(), values, from));
    }
    return planes;
  }

  private static LayerPlan.Convolution2d layer(RunResults run, FigureChoices choices) {
    EvaluationPlan.FeatureMaps plan = run.plan().evaluate().featureMaps();
    String name = choices.layer() == null && plan != null ? plan.layer() : choices.layer();
    return run.plan().network().layers().stream()
        .filter(LayerPlan.Convolution2d.class::isInstance)
        .map(LayerPlan.Convolution2d.class::cast)
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new CannotShowException(
                    name == null
                        ? "the network has no convolution"
                        : "the network has no convolution named " + name));
  }
}
