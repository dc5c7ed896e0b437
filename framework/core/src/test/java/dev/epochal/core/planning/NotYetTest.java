package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.bad;

import dev.epochal.core.planning.SpecFixture.Bad;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the design describes and this version cannot run. */
final class NotYetTest {
  @SuppressWarnings("unused") // by FieldSource
  private static final List<Bad> BAD =
      List.of(
          bad(
              "a dataset of later",
              "dataset: digits",
              "dataset: fashion-mnist",
              "4:12: data.dataset cannot be fashion-mnist, which is not part of this version yet; this version has mnist, digits, idx, npy"),
          bad(
              "a fallback of later",
              "dataset: digits",
              "dataset: digits\n  fallback: kmnist",
              "5:13: data.fallback cannot be kmnist, which is not part of this version yet; this version has mnist, digits, idx, npy"),
          bad(
              "a layer of later",
              "type: maxpool2d",
              "type: zeroPadding2d",
              "12:26: network.layers.pool.type cannot be zeroPadding2d, which is not part of this version yet; this version has convolution2d, maxpool2d, avgpool2d, globalPooling, batchNormalization, activation, dropout, dense, output"));

  @ParameterizedTest(name = "{0}")
  @FieldSource("BAD")
  void isRefusedAtItsPlace(Bad bad, @TempDir Path folder) throws IOException {
    bad.assertRefusedIn(folder);
  }
}
