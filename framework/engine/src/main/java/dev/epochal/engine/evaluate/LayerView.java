package dev.epochal.engine.evaluate;

import dev.epochal.core.data.ImageShape;
import dev.epochal.engine.network.SavedModel;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A look into one convolution of a saved model, dropout off. */
public final class LayerView {
  private final MultiLayerNetwork net;
  private final Layer layer;

  /**
   * @param name of a convolution
   */
  public LayerView(SavedModel model, String name) {
    net = model.dl4j();
    layer = net.getLayer(name);
    if (layer == null || !(layer.conf().getLayer() instanceof ConvolutionLayer)) {
      throw new IllegalArgumentException(name + " is no convolution of this model");
    }
  }

  /**
   * What the layer makes of one image.
   *
   * @param before {@code [channels, height, width]}, before the activation
   * @param after the same after it
   * @param probabilities the model's answer, {@code [classes]}
   */
  @SuppressWarnings("ArrayRecordComponent") // plain bulk data: shared, never copied or compared
  public record Maps(
      int channels, int height, int width, float[] before, float[] after, float[] probabilities) {}

  /**
   * What the layer learned.
   *
   * @param weights {@code [filters, channels, height, width]}
   * @param biases {@code [filters]}
   */
  @SuppressWarnings("ArrayRecordComponent") // plain bulk data: shared, never copied or compared
  public record Weights(
      int filters, int channels, int height, int width, float[] weights, float[] biases) {}

  /**
   * The layer's maps of an image.
   *
   * @param pixels normalised as in training, {@code [channels, height, width]}
   */
  public Maps maps(ImageShape shape, float[] pixels) {
    INDArray input =
        Nd4j.createFromArray(pixels).reshape(1, shape.channels(), shape.height(), shape.width());
    float[] probabilities = vector(net.output(input));
    INDArray after = activations(input);
    // The model is this view's own, so that it may go without the activation for a moment.
    ConvolutionLayer configured = (ConvolutionLayer) layer.conf().getLayer();
    IActivation activation = configured.getActivationFn();
    configured.setActivationFn(new ActivationIdentity());
    try {
      float[] before = vector(activations(input));
      return new Maps(
          (int) after.size(1),
          (int) after.size(2),
          (int) after.size(3),
          before,
          vector(after),
          probabilities);
    } finally {
      configured.setActivationFn(activation);
    }
  }

  public Weights weights() {
    INDArray weights = layer.getParam("W");
    return new Weights(
        (int) weights.size(0),
        (int) weights.size(1),
        (int) weights.size(2),
        (int) weights.size(3),
        vector(weights),
        vector(layer.getParam("b")));
  }

  private INDArray activations(INDArray input) {
    List<INDArray> all = net.feedForwardToLayer(layer.getIndex(), input, false);
    return all.get(all.size() - 1).dup('c');
  }

  private static float[] vector(INDArray array) {
    return array.dup('c').reshape(array.length()).toFloatVector();
  }
}
