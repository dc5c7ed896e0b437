package dev.epochal.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.plan.LayerPlan;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shape that each layer yields of what reaches it, an image of 28×28. */
final class ShapesTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type: convolution2d, nOut: 4, kernel: [3, 5] | [4, 26, 24]
          type: convolution2d, nOut: 4, kernel: [3, 5], padding: [1, 2] | [4, 28, 28]
          type: convolution2d, nOut: 4, kernel: [3, 3], padding: same | [4, 28, 28]
          type: convolution2d, nOut: 4, kernel: [2, 2], padding: same, stride: [3, 5] | [4, 10, 6]
          type: convolution2d, nOut: 4, kernel: [40, 1], padding: same | [4, 28, 28]
          type: convolution2d, nOut: 4, kernel: [4, 4], padding: [2, 2], stride: [2, 2] | [4, 15, 15]
          type: maxpool2d, kernel: [3, 3] | [1, 9, 9]
          type: maxpool2d, kernel: [3, 3], stride: [2, 2], padding: [1, 1] | [1, 14, 14]
          type: avgpool2d, kernel: [5, 5], padding: same | [1, 6, 6]
          type: globalPooling, pooling: avg | [1]
          type: batchNormalization | [1, 28, 28]
          type: activation, activation: elu | [1, 28, 28]
          """)
  void isInferred(String layer, String shape) throws IOException {
    String spec =
        "name: x\ndata: {dataset: digits}\nnetwork:\n  layers:\n    - {name: it, "
            + layer
            + "}\n    - {name: out, type: output}\n";

    LayerPlan planned = SpecFixture.planned(folder, spec).plan().network().layers().get(0);

    assertThat(planned.output()).hasToString(shape);
  }
}
