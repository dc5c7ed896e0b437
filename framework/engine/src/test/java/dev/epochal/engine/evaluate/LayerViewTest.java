package dev.epochal.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.SavedModel;
import dev.epochal.engine.network.TinyNetwork;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerViewTest {
  private static final ImageShape SHAPE = new ImageShape(1, 28, 28);
  private static final int MAP = 26;

  @TempDir Path folder;

  private SavedModel model;
  private final float[] image = new float[28 * 28];

  @BeforeEach
  void aSavedModelAndAnImage() throws Exception {
    Network network =
        Network.create(TinyNetwork.PLAN, new UpdaterPlan.Sgd(0.1, 0), SeedPlan.derived(5));
    Path file = folder.resolve("model.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      network.writeModel(network.snapshot(), out);
    }
    model = SavedModel.load(file);
    for (int i = 0; i < image.length; i++) {
      image[i] = i % 7 / 7f - 0.4f;
    }
  }

  @Test
  void beforeTheActivationAreTheWeightedSumsAndTheBias() {
    LayerView view = new LayerView(model, "conv");
    LayerView.Weights learned = view.weights();
    LayerView.Maps maps = view.maps(SHAPE, image);

    assertThat(maps.channels()).isEqualTo(3);
    assertThat(maps.height()).isEqualTo(MAP);
    for (int c = 0; c < 3; c++) {
      for (int y : new int[] {0, 11, 25}) {
        for (int x : new int[] {0, 4, 25}) {
          double sum = learned.biases()[c];
          for (int k = 0; k < 9; k++) {
            sum += learned.weights()[9 * c + k] * image[(y + k / 3) * 28 + x + k % 3];
          }
          assertThat((double) maps.before()[(c * MAP + y) * MAP + x]).isEqualTo(sum, within(1e-5));
        }
      }
    }
  }

  @Test
  void afterItWhatIsBelowZeroIsZero() {
    LayerView.Maps maps = new LayerView(model, "conv").maps(SHAPE, image);

    boolean negative = false;
    for (int i = 0; i < maps.before().length; i++) {
      negative |= maps.before()[i] < 0;
      assertThat(maps.after()[i]).isEqualTo(Math.max(0, maps.before()[i]));
    }
    assertThat(negative).as("some sum is below zero").isTrue();
  }

  @Test
  void theModelAnswersAsBefore() {
    LayerView view = new LayerView(model, "conv");
    float[] first = view.maps(SHAPE, image).probabilities();
    float[] second = view.maps(SHAPE, image).probabilities();

    assertThat(first).hasSize(10).containsExactly(second);
  }

  @Test
  void anotherLayerIsRefused() {
    assertThatThrownBy(() -> new LayerView(model, "hidden"))
        .hasMessage("hidden is no convolution of this model");
    assertThatThrownBy(() -> new LayerView(model, "none"))
        .hasMessage("none is no convolution of this model");
  }
}
