package dev.epochal.engine.network;

import dev.epochal.core.figure.ParameterHistograms.ParameterArray;
import dev.epochal.core.figure.ParameterHistograms.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How the parameters of a network are distributed now; takes milliseconds per million. */
public final class ParameterStates {
  private static final int BINS = 40;

  private ParameterStates() {}

  /** Each parameter array with its one state, in the network's order. */
  public static List<ParameterArray> of(Network network, int epoch) {
    MultiLayerNetwork net = network.dl4j();
    List<ParameterArray> arrays = new ArrayList<>();
    for (Layer layer : net.getLayers()) {
      // W before b, whatever order the layer keeps them in.
      for (Map.Entry<String, INDArray> entry : new TreeMap<>(layer.paramTable()).entrySet()) {
        INDArray values = entry.getValue();
        arrays.add(
            new ParameterArray(
                layer.conf().getLayer().getLayerName(),
                kind(entry.getKey()),
                values.length(),
                List.of(state(values.dup('c').reshape(values.length()).toFloatVector(), epoch))));
      }
    }
    return arrays;
  }

  private static String kind(String key) {
    return switch (key) {
      case "W" -> "weights";
      case "b" -> "biases";
      default -> key;
    };
  }

  static State state(float[] values, int epoch) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double sum = 0;
    double squares = 0;
    long notFinite = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        min = Math.min(min, value);
        max = Math.max(max, value);
        sum += value;
        squares += (double) value * value;
      } else {
        notFinite++;
      }
    }
    double n = (double) values.length - notFinite;
    if (n == 0) {
      double none = Double.NaN;
      return new State(epoch, notFinite, none, none, none, none, List.of());
    }
    Long[] counts = new Long[BINS];
    java.util.Arrays.fill(counts, 0L);
    double width = max - min;
    for (float value : values) {
      if (Float.isFinite(value)) {
        int bin = width == 0 ? BINS / 2 : (int) ((value - min) / width * BINS);
        counts[Math.min(BINS - 1, bin)]++;
      }
    }
    double mean = sum / n;
    double deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
    return new State(epoch, notFinite, min, max, mean, deviation, List.of(counts));
  }
}
