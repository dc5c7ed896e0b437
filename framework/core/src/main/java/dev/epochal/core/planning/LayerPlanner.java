package dev.epochal.core.planning;

import dev.epochal.core.data.DatasetFacts;
import dev.epochal.core.data.ImageShape;
import dev.epochal.core.plan.Activation;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.LayerPlan.Size2d;
import dev.epochal.core.plan.Loss;
import dev.epochal.core.plan.TensorShape;
import dev.epochal.core.plan.Words;
import dev.epochal.core.spec.LayerSpec;
import dev.epochal.core.spec.SpecSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans layers one after the other, keeping the shape that reaches the next. */
final class LayerPlanner implements LayerSpec.Cases<Optional<LayerPlan>> {
  private final SpecSource source;
  private final DatasetFacts dataset;
  private TensorShape shape;
  private String key = "";

  LayerPlanner(SpecSource source, DatasetFacts dataset) {
    this.source = source;
    this.dataset = dataset;
    ImageShape input = dataset.shape();
    this.shape = TensorShape.of(input.channels(), input.height(), input.width());
  }

  /** The next layer's plan; empty when it cannot be, with the problem added. */
  Optional<LayerPlan> plan(String layers, LayerSpec layer) {
    key = layers + "." + layer.name();
    if (!source.sound(key)) {
      return Optional.empty();
    }
    Optional<LayerPlan> plan = layer.match(this);
    plan.ifPresent(planned -> shape = planned.output());
    return plan;
  }

  @Override
  public Optional<LayerPlan> convolution2d(LayerSpec.Convolution2d layer) {
    Size2d kernel = size(layer.kernel(), Defaults.STRIDE);
    Size2d stride = size(layer.stride(), Defaults.STRIDE);
    return slide(kernel, stride, layer.nOut())
        .map(
            output ->
                new LayerPlan.Convolution2d(
                    layer.name(),
                    shape.dimensions().get(0),
                    layer.nOut(),
                    kernel,
                    stride,
                    Defaults.or(layer.activation(), Defaults.HIDDEN_ACTIVATION),
                    output));
  }

  @Override
  public Optional<LayerPlan> maxPool2d(LayerSpec.MaxPool2d layer) {
    Size2d kernel = size(layer.kernel(), Defaults.POOL_KERNEL);
    Size2d stride = size(layer.stride(), kernel);
    return slide(kernel, stride, shape.dimensions().get(0))
        .map(output -> new LayerPlan.MaxPool2d(layer.name(), kernel, stride, output));
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
            Defaults.or(layer.activation(), Defaults.HIDDEN_ACTIVATION),
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
    Activation activation = Defaults.or(layer.activation(), Defaults.OUTPUT_ACTIVATION);
    Loss loss = Defaults.or(layer.loss(), Defaults.LOSS);
    if (loss == Loss.MCXENT && activation != Activation.SOFTMAX) {
      source.problem(
          key + ".activation",
          "must be softmax, which the loss mcxent needs, but was " + Words.of(activation),
          null);
    }
    return Optional.of(
        new LayerPlan.Output(layer.name(), flat(), nOut, activation, loss, TensorShape.of(nOut)));
  }

  /** The shape after a window slid over the image; empty when it cannot, with the problem added. */
  private Optional<TensorShape> slide(Size2d kernel, Size2d stride, int channels) {
    if (!shape.isImage()) {
      source.problem(
          key,
          "needs an image but gets " + shape + " from the layer before it",
          "put it before the first dense layer");
      return Optional.empty();
    }
    int height = shape.dimensions().get(1);
    int width = shape.dimensions().get(2);
    if (kernel.height() > height || kernel.width() > width) {
      source.problem(
          key + ".kernel",
          "must fit its input of "
              + new Size2d(height, width)
              + " (shape "
              + shape
              + ") but was "
              + kernel,
          null);
      return Optional.empty();
    }
    return Optional.of(
        TensorShape.of(
            channels,
            (height - kernel.height()) / stride.height() + 1,
            (width - kernel.width()) / stride.width() + 1));
  }

  /** Values that reach a fully connected layer: an image is flattened without being asked. */
  private int flat() {
    return Math.toIntExact(shape.size());
  }

  private static Size2d size(@Nullable List<Integer> written, Size2d otherwise) {
    return written == null ? otherwise : new Size2d(written.get(0), written.get(1));
  }
}
