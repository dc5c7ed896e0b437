package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.bad;

import dev.epochal.core.planning.SpecFixture.Bad;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Layers, penalties, clipping and schedules that cannot be. */
final class BadVocabularyTest {
  private static final String POOL = "{name: pool, type: maxpool2d}";
  private static final String SGD = "{type: sgd, learningRate: 0.1}";

  @SuppressWarnings("unused") // by FieldSource
  private static final List<Bad> BAD =
      List.of(
          bad(
              "padding in words that are none",
              POOL,
              "{name: pool, type: maxpool2d, padding: full}",
              "12:46: network.layers.pool.padding must be same or a list of whole numbers but was full"),
          bad(
              "padding of one number",
              POOL,
              "{name: pool, type: avgpool2d, padding: 1}",
              "12:46: network.layers.pool.padding must be same or a list of whole numbers but was 1; write [1, 1]"),
          bad(
              "padding wider than half the window",
              "kernel: [3, 3]",
              "kernel: [3, 3], padding: [2, 0]",
              "11:75: network.layers.conv.padding must be at most half of the window, 1×1, but was 2×0"),
          bad(
              "a padded image that is still too small",
              "kernel: [3, 3]",
              "kernel: [60, 3], padding: [15, 0]",
              "11:58: network.layers.conv.kernel must fit its input of 28×28 (shape [1, 28, 28], padding [15, 0]) but was 60×3"),
          bad(
              "global pooling of nothing",
              POOL,
              "{name: pool, type: globalPooling}",
              "12:7: network.layers.pool.pooling is missing"),
          bad(
              "global pooling after a dense layer",
              "{name: fc, type: dense, nOut: 8}",
              "{name: fc, type: dense, nOut: 8}\n    - {name: g, type: globalPooling, pooling: max}",
              "15:7: network.layers.g needs an image but gets [8] from the layer before it; put it before the first dense layer"),
          bad(
              "a convolution after global pooling",
              POOL,
              "{name: g, type: globalPooling, pooling: avg}\n    - {name: c, type: convolution2d, nOut: 4, kernel: [2, 2]}",
              "13:7: network.layers.c needs an image but gets [4] from the layer before it; put it before the first dense layer"),
          bad(
              "softmax on an image",
              POOL,
              "{name: soft, type: activation, activation: softmax}",
              "12:50: network.layers.soft.activation cannot be softmax on an image, where it would go along each row of pixels; put it after a dense layer"),
          bad(
              "an activation layer without one",
              POOL,
              "{name: act, type: activation}",
              "12:7: network.layers.act.activation is missing"),
          bad(
              "normalization that forgets nothing",
              POOL,
              "{name: norm, type: batchNormalization, decay: 1}",
              "12:53: network.layers.norm.decay must be less than 1 but was 1"),
          bad(
              "identity of what is not square",
              "nOut: 8",
              "nOut: 8, weightInit: identity",
              "14:52: network.layers.fc.weightInit cannot be identity, which needs as many outputs as inputs, but this is 676 to 8; give the layer another"),
          bad(
              "identity of a window of even size",
              "nOut: 4, kernel: [3, 3]",
              "nOut: 1, kernel: [2, 3], weightInit: identity",
              "11:78: network.layers.conv.weightInit cannot be identity, which needs a window of odd size, but this is 2×3; give the layer another"),
          bad(
              "a negative penalty",
              "weightInit: xavier",
              "l2: -0.1",
              "9:7: network.l2 must be at least 0 but was -0.1"),
          bad(
              "a penalty of what has no weights",
              POOL,
              "{name: pool, type: maxpool2d, l2: 1}",
              "12:37: network.layers.pool.l2 is a key of convolution2d, dense, output, not of maxpool2d"),
          bad(
              "a loss that needs sigmoid",
              "type: output",
              "type: output, activation: softmax, loss: xent",
              "15:45: network.layers.out.activation must be sigmoid, which the loss xent needs, but was softmax; leave it out, or take one of the losses mcxent, negativeloglikelihood, klDivergence, mse, l2, meanAbsoluteError, l1"),
          bad(
              "a loss of outputs that are no probabilities",
              "type: output",
              "type: output, activation: identity, loss: mse",
              "15:45: network.layers.out.activation must be softmax or sigmoid, which the loss mse needs, but was identity; leave it out"),
          bad(
              "a schedule without its factor",
              SGD,
              "{type: sgd, schedule: {type: exponential}}",
              "19:34: training.updater.schedule.factor is missing"),
          bad(
              "a schedule that steps never",
              SGD,
              "{type: sgd, schedule: {type: step, factor: 0.5, every: 0}}",
              "19:67: training.updater.schedule.every must be at least 1 but was 0"),
          bad(
              "a schedule per batch",
              SGD,
              "{type: sgd, schedule: {type: poly, power: 1, per: batch}}",
              "19:62: training.updater.schedule.per must be one of epoch, update but was batch"),
          bad(
              "a schedule of another kind",
              SGD,
              "{type: adam, schedule: {type: cosine}}",
              "19:42: training.updater.schedule.type must be one of step, exponential, poly but was cosine"),
          bad(
              "nesterov of adam",
              SGD,
              "{type: adam, nesterov: true}",
              "19:25: training.updater.nesterov is a key of sgd, not of adam"),
          bad(
              "clipping of no kind",
              SGD,
              SGD + "\n  gradientClipping: {threshold: 1}",
              "20:21: training.gradientClipping.type is missing"),
          bad(
              "clipping of an unknown kind",
              SGD,
              SGD + "\n  gradientClipping: {type: l2}",
              "20:28: training.gradientClipping.type must be one of elementWise, l2PerLayer, l2PerParamType, renormalizeL2PerLayer, renormalizeL2PerParamType but was l2"),
          bad(
              "a threshold for renormalizing",
              SGD,
              SGD + "\n  gradientClipping: {type: renormalizeL2PerLayer, threshold: 1}",
              "20:62: training.gradientClipping.threshold has no meaning for the type renormalizeL2PerLayer, which has norm 1 as its aim; leave it out"),
          bad(
              "a threshold of zero",
              SGD,
              SGD + "\n  gradientClipping: {type: elementWise, threshold: 0}",
              "20:52: training.gradientClipping.threshold must be greater than 0 but was 0"),
          bad(
              "no batch at all, and a poly schedule",
              "batchSize: 10",
              "batchSize: 0",
              "17:14: training.batchSize must be at least 1 but was 0"));

  @ParameterizedTest(name = "{0}")
  @FieldSource("BAD")
  void isRefusedAtItsPlace(Bad bad, @TempDir Path folder) throws IOException {
    bad.assertRefusedIn(folder);
  }
}
