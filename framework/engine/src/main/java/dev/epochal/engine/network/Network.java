package dev.epochal.engine.network;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.plan.GradientClipping;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.core.problem.EpochalException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;

/** A planned network, built on DL4J with its initial parameters. */
public final class Network {
  private final NetworkPlan plan;
  private final UpdaterPlan updater;
  private final String portable;
  private final MultiLayerNetwork net;

  private Network(NetworkPlan plan, UpdaterPlan updater, String portable, MultiLayerNetwork net) {
    this.plan = plan;
    this.updater = updater;
    this.portable = portable;
    this.net = net;
  }

  /**
   * Builds and initialises it from {@code seeds.init} alone.
   *
   * @throws IllegalStateException if DL4J counts other parameters than the plan
   */
  public static Network create(
      NetworkPlan plan, UpdaterPlan updater, @Nullable GradientClipping clipping, SeedPlan seeds) {
    MultiLayerNetwork net =
        new MultiLayerNetwork(configuration(plan, Updaters.of(updater), clipping, seeds.init()));
    net.init();
    if (net.numParams() != plan.parameters()) {
      throw new IllegalStateException(
          "DL4J counts " + net.numParams() + " parameters, the plan " + plan.parameters());
    }
    Biases.fill(net, plan, seeds.init());
    return new Network(plan, updater, portable(plan, updater, seeds, net), net);
  }

  /** The configuration in which a model is saved, as DL4J writes it of an initialised network. */
  private static String portable(
      NetworkPlan plan, UpdaterPlan updater, SeedPlan seeds, MultiLayerNetwork net) {
    MultiLayerConfiguration portable =
        configuration(plan, Updaters.portable(updater), null, seeds.init());
    for (int i = 0; i < portable.getConfs().size(); i++) {
      portable.getConf(i).setVariables(net.getLayerWiseConfigurations().getConf(i).variables(true));
    }
    return portable.toJson();
  }

  /** Likewise, gradients as they are. */
  public static Network create(NetworkPlan plan, UpdaterPlan updater, SeedPlan seeds) {
    return create(plan, updater, null, seeds);
  }

  private static MultiLayerConfiguration configuration(
      NetworkPlan plan, IUpdater updater, @Nullable GradientClipping clipping, long seed) {
    NeuralNetConfiguration.Builder builder =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .dataType(DataType.FLOAT)
            // Else DL4J computes each convolution twice per update: the backward pass needs its
            // result before the activation. Costs memory for it; the bits are the same.
            .cacheMode(CacheMode.DEVICE)
            .updater(updater);
    if (clipping != null) {
      builder.gradientNormalization(Clipping.of(clipping.type()));
      if (clipping.threshold() != null) {
        builder.gradientNormalizationThreshold(clipping.threshold());
      }
    }
    NeuralNetConfiguration.ListBuilder list = builder.list();
    for (LayerPlan layer : plan.layers()) {
      list.layer(Layers.of(layer));
    }
    ImageShape input = plan.input();
    return list.setInputType(
            InputType.convolutional(input.height(), input.width(), input.channels()))
        .build();
  }

  /** DL4J's own object, for the engine's other stages. */
  public MultiLayerNetwork dl4j() {
    return net;
  }

  public NetworkPlan plan() {
    return plan;
  }

  /**
   * The learning rate of an update.
   *
   * @param update from 1
   * @param epoch from 1
   */
  public double learningRate(long update, int epoch) {
    return Updaters.of(updater).getLearningRate((int) (update - 1), epoch - 1);
  }

  /** A copy of all parameters as they are now. */
  public ParameterSnapshot snapshot() {
    return ParameterSnapshot.of(net.params());
  }

  /** A copy of all that the updater remembers; of length 0 when it remembers nothing. */
  public ParameterSnapshot updaterState() {
    INDArray state = net.getUpdater().getStateViewArray();
    return state == null ? ParameterSnapshot.of(new float[0]) : ParameterSnapshot.of(state);
  }

  /**
   * Puts the network where it was after so many updates.
   *
   * @throws EpochalException if these are not the sizes of this network
   */
  public void restore(ParameterSnapshot parameters, ParameterSnapshot updater, long updates) {
    INDArray state = net.getUpdater().getStateViewArray();
    long remembered = state == null ? 0 : state.length();
    if (parameters.length() != net.numParams() || updater.length() != remembered) {
      throw new EpochalException(
          "this network has %d parameters and %d numbers of updater state, not %d and %d"
              .formatted(net.numParams(), remembered, parameters.length(), updater.length()));
    }
    parameters.restore(this);
    if (state != null) {
      updater.into(state);
    }
    // Adam reckons with it.
    net.setIterationCount(Math.toIntExact(updates));
  }

  /** SHA-256 over the parameters as little-endian float32, in lower-case hex. */
  public String parametersSha256() {
    return ParameterHash.sha256(net.params());
  }

  /** Whether convolutions really run on oneDNN; false too where there is no convolution. */
  public boolean usesOneDnn() {
    for (org.deeplearning4j.nn.api.Layer layer : net.getLayers()) {
      if (layer.getHelper() != null
          && layer.getHelper().getClass().getName().toLowerCase(Locale.ROOT).contains("mkldnn")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Writes a model that DL4J's plain {@code ModelSerializer} opens without any class of ours, with
   * the given parameters and without the updater's state. Any thread may do so while the network is
   * trained.
   */
  public void writeModel(ParameterSnapshot parameters, OutputStream out) throws IOException {
    ModelZip.write(portable, parameters, out);
  }
}
