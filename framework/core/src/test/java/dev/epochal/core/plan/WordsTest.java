package dev.epochal.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How constants and numbers are written. */
final class WordsTest {
  @Test
  void aConstantIsInCamelCase() {
    assertThat(Words.of(WeightInit.XAVIER_UNIFORM)).isEqualTo("xavierUniform");
    assertThat(Words.of(Activation.RELU6)).isEqualTo("relu6");
  }

  @Test
  void aConstantWithAWordOfItsOwnKeepsIt() {
    assertThat(Words.of(DatasetName.class)).containsExactly("mnist", "digits", "idx", "npy");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "255, 255",
    "0.1, 0.1",
    "1e-8, 1e-8",
    "1e300, 1e300",
    "100, 100",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void aNumberIsWrittenAsAPersonWould(double number, String text) {
    assertThat(Decimals.text(number)).isEqualTo(text);
  }
}
