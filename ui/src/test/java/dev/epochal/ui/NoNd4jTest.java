package dev.epochal.ui;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server stays small: nothing that trains is there to load. */
final class NoNd4jTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.nd4j.linalg.factory.Nd4j",
        "org.deeplearning4j.nn.conf.MultiLayerConfiguration",
        "org.bytedeco.javacpp.Loader",
        "dev.epochal.engine.Backend"
      })
  void nothingThatTrainsIsOnTheClassPath(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }
}
