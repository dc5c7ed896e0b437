package dev.epochal.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.json.Json;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.SplitPlan.Sizes;
import dev.epochal.core.plan.UpdaterPlan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The specs that come with Epochal. */
final class ShippedExperimentsTest {
  private static final Path EXPERIMENTS = Path.of("../../experiments");

  @Test
  void theBaselineIsTheTutorialsNetworkToTheParameter() {
    RunPlan plan = plan("baseline");

    assertThat(plan.network().parameters()).isEqualTo(1_199_882);
    assertThat(plan.network().input()).isEqualTo(new ImageShape(1, 28, 28));
    assertThat(plan.network().layers())
        .extracting(layer -> layer.name() + " " + layer.output())
        .containsExactly(
            "conv1 [32, 26, 26]",
            "conv2 [64, 24, 24]",
            "pool [64, 12, 12]",
            "drop1 [64, 12, 12]",
            "fc1 [128]",
            "drop2 [128]",
            "out [10]");
    assertThat(plan.network().layers())
        .extracting(LayerPlan::parameters)
        .containsExactly(320L, 18_496L, 0L, 0L, 1_179_776L, 0L, 1_290L);
  }

  @Test
  void theBaselineTrainsAsTheTutorialDoes() {
    RunPlan plan = plan("baseline");

    assertThat(plan.seeds().seed()).isEqualTo(1729);
    assertThat(plan.data().split().full()).isEqualTo(new Sizes(48_000, 6_000, 6_000));
    assertThat(plan.data().split().used()).isEqualTo(new Sizes(5_000, 5_000, 5_000));
    assertThat(plan.training().batchSize()).isEqualTo(5_000);
    assertThat(plan.training().shuffle()).isFalse();
    assertThat(plan.training().epochs()).isEqualTo(50);
    assertThat(plan.training().updater()).isEqualTo(new UpdaterPlan.Sgd(0.01, 0.9));
  }

  @Test
  void theQuickstartIsTheBaselinesNetworkOnFewerImages() {
    assertThat(plan("quickstart").network()).isEqualTo(plan("baseline").network());
    assertThat(plan("quickstart").data().split().used().train()).isLessThan(5_000);
    assertThat(plan("quickstart").experiment()).isEqualTo("quickstart");
  }

  @ParameterizedTest
  @ValueSource(strings = {"baseline", "quickstart", "mlp"})
  void aPlanReadsBackFromItsJsonAsItWas(String name) throws Exception {
    RunPlan plan = plan(name);

    assertThat(Json.parse(Json.pretty(plan), RunPlan.class)).isEqualTo(plan);
  }

  private static RunPlan plan(String name) {
    return Planner.plan(EXPERIMENTS.resolve(name + ".yaml"), List.of()).plan();
  }
}
