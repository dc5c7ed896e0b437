package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.GOOD;
import static dev.epochal.core.planning.SpecFixture.bad;

import dev.epochal.core.planning.SpecFixture.Bad;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Networks that cannot be built. */
final class BadNetworksTest {
  private static final String LAYERS =
      GOOD.substring(GOOD.indexOf("  layers:"), GOOD.indexOf("training:"));

  @SuppressWarnings("unused") // by FieldSource
  private static final List<Bad> BAD =
      List.of(
          bad(
              "a kernel larger than its input",
              "kernel: [3, 3]",
              "kernel: [3, 29]",
              "11:58: network.layers.conv.kernel must fit its input of 28×28 (shape [1, 28, 28]) but was 3×29"),
          bad(
              "a kernel larger than what is left",
              "- {name: pool, type: maxpool2d}",
              "- {name: pool, type: maxpool2d, kernel: [26, 26]}\n    - {name: conv2, type: convolution2d, nOut: 4, kernel: [2, 2]}",
              "13:59: network.layers.conv2.kernel must fit its input of 1×1 (shape [4, 1, 1]) but was 2×2"),
          bad(
              "a kernel of one number",
              "kernel: [3, 3]",
              "kernel: 3",
              "11:58: network.layers.conv.kernel must be a list but was 3; write [3, 3]"),
          bad(
              "a kernel of three numbers",
              "kernel: [3, 3]",
              "kernel: [3, 3, 3]",
              "11:58: network.layers.conv.kernel must have 2 items but has 3"),
          bad(
              "a kernel of nothing",
              "kernel: [3, 3]",
              "kernel: [3, 0]",
              "11:62: network.layers.conv.kernel[1] must be at least 1 but was 0"),
          bad(
              "a kernel of words",
              "kernel: [3, 3]",
              "kernel: [3, three]",
              "11:62: network.layers.conv.kernel[1] must be a whole number but was three"),
          bad(
              "a stride of nothing",
              "kernel: [3, 3]",
              "kernel: [3, 3], stride: [0, 1]",
              "11:75: network.layers.conv.stride[0] must be at least 1 but was 0"),
          bad(
              "eleven outputs for ten classes",
              "type: output",
              "type: output, nOut: 11",
              "15:39: network.layers.out.nOut must be 10, the classes of the dataset, but was 11; leave it out"),
          bad(
              "no output layer",
              "    - {name: out, type: output}\n",
              "",
              "11:5: network.layers must end with a layer of type output; add {name: out, type: output} as the last"),
          bad(
              "an output layer in the middle",
              "{name: fc, type: dense, nOut: 8}",
              "{name: fc, type: output}",
              "14:7: network.layers.fc must be the last layer: it is of type output"),
          bad(
              "no layers",
              LAYERS,
              "  layers: []\n",
              "10:11: network.layers must have at least 1 item but has 0"),
          bad(
              "layers as a mapping",
              LAYERS,
              "  layers: {fc: {type: dense}}\n",
              "10:11: network.layers must be a list but was a mapping"),
          bad(
              "a layer that is a word",
              "{name: pool, type: maxpool2d}",
              "maxpool2d",
              "12:7: network.layers[1] must be a mapping but was maxpool2d"),
          bad(
              "two layers of one name",
              "name: drop",
              "name: pool",
              "13:14: network.layers.pool is a name that another item has already; the first one is at x.yaml:12:7"),
          bad(
              "a layer's name with a dot",
              "name: drop",
              "name: drop.1",
              "13:14: network.layers[2].name must be letters, digits, '_' and '-' (a letter first, 100 at most) but was drop.1"),
          bad(
              "a layer's name with a digit first",
              "name: drop",
              "name: 1drop",
              "13:14: network.layers.1drop.name must be letters, digits, '_' and '-' (a letter first, 100 at most) but was 1drop"),
          bad(
              "a convolution after a dense layer",
              "{name: fc, type: dense, nOut: 8}",
              "{name: fc, type: dense, nOut: 8}\n    - {name: conv2, type: convolution2d, nOut: 4, kernel: [2, 2]}",
              "15:7: network.layers.conv2 needs an image but gets [8] from the layer before it; put it before the first dense layer"),
          bad(
              "pooling after a dense layer",
              "{name: fc, type: dense, nOut: 8}",
              "{name: fc, type: dense, nOut: 8}\n    - {name: pool2, type: maxpool2d}",
              "15:7: network.layers.pool2 needs an image but gets [8] from the layer before it; put it before the first dense layer"),
          bad(
              "an output without softmax",
              "type: output",
              "type: output, activation: sigmoid",
              "15:45: network.layers.out.activation must be softmax, which the loss mcxent needs, but was sigmoid; leave it out, or take one of the losses xent, mse, l2, meanAbsoluteError, l1"),
          bad(
              "an unknown activation",
              "nOut: 8",
              "nOut: 8, activation: relru",
              "14:52: network.layers.fc.activation must be one of cube, elu, gelu, hardsigmoid, hardtanh, identity, leakyrelu, mish, rationaltanh, rectifiedtanh, relu, relu6, selu, sigmoid, softmax, softplus, softsign, swish, tanh, thresholdedrelu but was relru; did you mean \"relu\"?"),
          bad(
              "an unknown loss",
              "type: output",
              "type: output, loss: cross_entropy",
              "15:39: network.layers.out.loss must be one of mcxent, negativeloglikelihood, klDivergence, xent, mse, l2, meanAbsoluteError, l1 but was cross_entropy; did you mean \"mcxent\"?"),
          bad(
              "an unknown layer",
              "type: dense",
              "type: dens",
              "14:24: network.layers.fc.type must be one of convolution2d, maxpool2d, avgpool2d, globalPooling, batchNormalization, activation, dropout, dense, output but was dens; did you mean \"dense\"?"),
          bad(
              "another framework's layer",
              "type: convolution2d",
              "type: conv2d",
              "11:26: network.layers.conv.type must be one of convolution2d, maxpool2d, avgpool2d, globalPooling, batchNormalization, activation, dropout, dense, output but was conv2d; did you mean \"convolution2d\"?"),
          bad(
              "negative units",
              "nOut: 8",
              "nOut: -8",
              "14:37: network.layers.fc.nOut must be at least 1 but was -8"),
          bad(
              "too many units",
              "nOut: 8",
              "nOut: 100000",
              "14:37: network.layers.fc.nOut must be at most 65536 but was 100000"),
          bad(
              "too many parameters",
              "nOut: 8}",
              "nOut: 65536}\n    - {name: fc2, type: dense, nOut: 65536}",
              "11:5: network.layers must have at most 2147483647 parameters but has 4340056114; make a layer smaller"),
          bad(
              "a layer whose name is none and whose units are missing",
              "{name: fc, type: dense, nOut: 8}",
              "{name: f c, type: dense}",
              "14:7: network.layers[3].nOut is missing",
              "14:14: network.layers[3].name must be letters, digits, '_' and '-' (a letter first, 100 at most) but was f c"));

  @ParameterizedTest(name = "{0}")
  @FieldSource("BAD")
  void isRefusedAtItsPlace(Bad bad, @TempDir Path folder) throws IOException {
    bad.assertRefusedIn(folder);
  }
}
