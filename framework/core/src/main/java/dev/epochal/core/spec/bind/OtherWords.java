package dev.epochal.core.spec.bind;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Other frameworks' words, with ours: for hints, never accepted. */
final class OtherWords {
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("batch", "batchSize"),
          Map.entry("criterion", "loss"),
          Map.entry("datasetpath", "path"),
          Map.entry("dir", "path"),
          Map.entry("eps", "epsilon"),
          Map.entry("eta", "learningRate"),
          Map.entry("features", "nOut"),
          Map.entry("filters", "nOut"),
          Map.entry("initializer", "weightInit"),
          Map.entry("kernelinitializer", "weightInit"),
          Map.entry("biasinitializer", "biasInit"),
          Map.entry("kernelsize", "kernel"),
          Map.entry("lossfn", "loss"),
          Map.entry("lossfunction", "loss"),
          Map.entry("lr", "learningRate"),
          Map.entry("maxepochs", "epochs"),
          Map.entry("minibatch", "batchSize"),
          Map.entry("minibatchsize", "batchSize"),
          Map.entry("model", "network"),
          Map.entry("monitor", "metric"),
          Map.entry("nepochs", "epochs"),
          Map.entry("nfilters", "nOut"),
          Map.entry("normalise", "normalize"),
          Map.entry("normalization", "normalize"),
          Map.entry("numepochs", "epochs"),
          Map.entry("optim", "updater"),
          Map.entry("optimizer", "updater"),
          Map.entry("outchannels", "nOut"),
          Map.entry("outfeatures", "nOut"),
          Map.entry("p", "rate"),
          Map.entry("poolsize", "kernel"),
          Map.entry("prob", "rate"),
          Map.entry("randomseed", "seed"),
          Map.entry("randomstate", "seed"),
          Map.entry("root", "path"),
          Map.entry("strides", "stride"),
          Map.entry("units", "nOut"),
          Map.entry("val", "validation"),
          Map.entry("valid", "validation"));

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("categoricalcrossentropy", "mcxent"),
          Map.entry("conv", "convolution2d"),
          Map.entry("conv2d", "convolution2d"),
          Map.entry("crossentropy", "mcxent"),
          Map.entry("crossentropyloss", "mcxent"),
          Map.entry("fc", "dense"),
          Map.entry("glorot", "xavier"),
          Map.entry("glorotnormal", "xavier"),
          Map.entry("glorotuniform", "xavierUniform"),
          Map.entry("henormal", "relu"),
          Map.entry("heuniform", "reluUniform"),
          Map.entry("linear", "dense"),
          Map.entry("maxpool", "maxpool2d"),
          Map.entry("maxpooling2d", "maxpool2d"),
          Map.entry("momentum", "sgd"),
          Map.entry("nllloss", "mcxent"),
          Map.entry("silu", "swish"),
          Map.entry("softmaxcrossentropy", "mcxent"),
          Map.entry("valacc", "validation.accuracy"),
          Map.entry("valaccuracy", "validation.accuracy"),
          Map.entry("valloss", "validation.loss"),
          Map.entry("zeros", "zero"),
          Map.entry("zscore", "standardize"));

  private OtherWords() {}

  /** Our key for another framework's. */
  static Optional<String> forKey(String word) {
    return Optional.ofNullable(KEYS.get(plain(word)));
  }

  /** Our word for another framework's. */
  static Optional<String> forValue(String word) {
    return Optional.ofNullable(VALUES.get(plain(word)));
  }

  private static String plain(String word) {
    return word.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
  }
}
