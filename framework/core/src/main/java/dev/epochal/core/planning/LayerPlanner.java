package dev.epochal.core.planning;

import dev.epochal.core.data.DatasetFacts;
import dev.epochal.core.data.ImageShape;
import dev.epochal.core.plan.Activation;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.LayerPlan.Size2d;
import dev.epochal.core.plan.Loss;
import dev.epochal.core.plan.TensorShape;
import dev.epochal.core.plan.Weights;
import dev.epochal.core.plan.Words;
import dev.epochal.core.spec.LayerSpec;
import dev.epochal.core.spec.SpecSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans layers one after the other, keeping the shape that reaches the next. */
final class LayerPlanner implements LayerSpec.Cases<Optional<LayerPlan>> {
  private final SpecSource source;
  private final DatasetFacts dataset;
  private final WeightsPlanner weights;
  private TensorShape shape;
  private String key = "";

  LayerPlanner(SpecSource source, DatasetFacts dataset, Weights common) {
    this.source = source;
    this.dataset = dataset;
    this.weights = new WeightsPlanner(source, common);
    ImageShape input = dataset.shape();
    this.shape = TensorShape.of(input.channels(), input.height(), input.width());
  }

  /** The next layer's plan; empty when it cannot be, with the problem added. */
  Optional<LayerPlan> plan(String layers, LayerSpec layer) {
    key = layers + "." + layer.name();
    if (!source.sound(key)) {
      return Optional.empty();
    }
    Optional<LayerPlan> plan = layer.match(this).filter(this::holds);
    plan.ifPresent(planned -> shape = planned.output());
    return plan;
  }

  /** Whether one array can hold what a layer yields for one image. */
  private boolean holds(LayerPlan planned) {
    long values = planned.output().size();
    if (values > Integer.MAX_VALUE) {
      source.problem(
          key,
          "must yield at most " + Integer.MAX_VALUE + " values per image but yields " + values,
          "make it smaller");
    }
    return values <= Integer.MAX_VALUE;
  }

  @Override
  public Optional<LayerPlan> convolution2d(LayerSpec.Convolution2d layer) {
    Window window =
        new Window(
            size(layer.kernel(), Defaults.STRIDE),
            size(layer.stride(), Defaults.STRIDE),
            Window.padding(layer.padding()));
    Activation activation = hidden(layer.activation());
    Optional<TensorShape> output = window.slide(shape, layer.nOut(), key, source);
    if (output.isEmpty()) {
      return Optional.empty();
    }
    int channels = shape.dimensions().get(0);
    return Optional.of(
        new LayerPlan.Convolution2d(
            layer.name(),
            channels,
            layer.nOut(),
            window.kernel(),
            window.stride(),
            window.padding(),
            imageActivation(activation),
            weights.convolution(layer, key, channels),
            output.get()));
  }

  @Override
  public Optional<LayerPlan> maxPool2d(LayerSpec.MaxPool2d layer) {
    Size2d kernel = size(layer.kernel(), Defaults.POOL_KERNEL);
    Window window =
        new Window(kernel, size(layer.stride(), kernel), Window.padding(layer.padding()));
    return window
        .slide(shape, shape.dimensions().get(0), key, source)
        .map(
            output ->
                new LayerPlan.MaxPool2d(
                    layer.name(), kernel, window.stride(), window.padding(), output));
  }

  @Override
  public Optional<LayerPlan> avgPool2d(LayerSpec.AvgPool2d layer) {
    Size2d kernel = size(layer.kernel(), Defaults.POOL_KERNEL);
    Window window =
        new Window(kernel, size(layer.stride(), kernel), Window.padding(layer.padding()));
    return window
        .slide(shape, shape.dimensions().get(0), key, source)
        .map(
            output ->
                new LayerPlan.AvgPool2d(
                    layer.name(), kernel, window.stride(), window.padding(), output));
  }

  @Override
  public Optional<LayerPlan> globalPooling(LayerSpec.GlobalPooling layer) {
    if (!Window.isImage(shape, key, source)) {
      return Optional.empty();
    }
    TensorShape output = TensorShape.of(shape.dimensions().get(0));
    return Optional.of(new LayerPlan.GlobalPooling(layer.name(), layer.pooling(), output));
  }

  @Override
  public Optional<LayerPlan> batchNormalization(LayerSpec.BatchNormalization layer) {
    return Optional.of(
        new LayerPlan.BatchNormalization(
            layer.name(),
            shape.dimensions().get(0),
            Defaults.or(layer.decay(), Defaults.BATCH_DECAY),
            Defaults.or(layer.epsilon(), Defaults.BATCH_EPSILON),
            shape));
  }

  @Override
  public Optional<LayerPlan> activated(LayerSpec.Activated layer) {
    Activation activation =
        shape.isImage() ? imageActivation(layer.activation()) : layer.activation();
    return Optional.of(new LayerPlan.Activated(layer.name(), activation, shape));
  }

  @Override
  public Optional<LayerPlan> dropout(LayerSpec.Dropout layer) {
    return Optional.of(new LayerPlan.Dropout(layer.name(), layer.rate(), shape));
  }

  @Override
  public Optional<LayerPlan> dense(LayerSpec.Dense layer) {
    return Optional.of(
        new LayerPlan.Dense(
            layer.name(),
            flat(),
            layer.nOut(),
            hidden(layer.activation()),
            weights.dense(layer, key, flat()),
            TensorShape.of(layer.nOut())));
  }

  @Override
  public Optional<LayerPlan> output(LayerSpec.Output layer) {
    int classes = dataset.classes();
    int nOut = Defaults.or(layer.nOut(), classes);
    if (nOut != classes) {
      source.problem(
          key + ".nOut",
          "must be " + classes + ", the classes of the dataset, but was " + nOut,
          "leave it out");
    }
    Loss loss = Defaults.or(layer.loss(), Defaults.LOSS);
    Activation activation = Defaults.or(layer.activation(), loss.activations().get(0));
    if (!loss.activations().contains(activation)) {
      source.problem(key + ".activation", needs(loss, activation), remedy(activation));
    }
    return Optional.of(
        new LayerPlan.Output(
            layer.name(),
            flat(),
            nOut,
            activation,
            loss,
            weights.output(layer, key, flat(), nOut),
            TensorShape.of(nOut)));
  }

  private static String needs(Loss loss, Activation activation) {
    List<String> words = loss.activations().stream().map(Words::of).toList();
    return "must be "
        + String.join(" or ", words)
        + ", which the loss "
        + Words.of(loss)
        + " needs, but was "
        + Words.of(activation);
  }

  private static String remedy(Activation activation) {
    List<String> losses =
        Arrays.stream(Loss.values())
            .filter(loss -> loss.activations().contains(activation))
            .map(Words::of)
            .toList();
    return losses.isEmpty()
        ? "leave it out"
        : "leave it out, or take one of the losses " + String.join(", ", losses);
  }

  private static Activation hidden(@Nullable Activation written) {
    return Defaults.or(written, Defaults.HIDDEN_ACTIVATION);
  }

  /** DL4J's softmax goes along the last dimension, which in an image is its width. */
  private Activation imageActivation(Activation activation) {
    if (activation == Activation.SOFTMAX) {
      source.problem(
          key + ".activation",
          "cannot be softmax on an image, where it would go along each row of pixels",
          "put it after a dense layer");
    }
    return activation;
  }

  /** Values that reach a fully connected layer: an image is flattened without being asked. */
  private int flat() {
    return Math.toIntExact(shape.size());
  }

  private static Size2d size(@Nullable List<Integer> written, Size2d otherwise) {
    return written == null ? otherwise : new Size2d(written.get(0), written.get(1));
  }
}
