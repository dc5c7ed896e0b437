package dev.epochal.engine.network;

import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.TrainingPlan;
import dev.epochal.core.planning.Planner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Plans as a spec asks for them, on images of 28×28 and ten classes. */
public final class Spelled {
  private Spelled() {}

  /**
   * The network of these layers, each as in {@code {type: dense, nOut: 3}}, and an output layer.
   */
  public static NetworkPlan network(String... layers) {
    return plan(List.of(), layers).network();
  }

  /** Likewise, with overrides. */
  public static RunPlan plan(List<String> overrides, String... layers) {
    String spelled =
        Arrays.stream(layers)
            .map(
                layer ->
                    "    - " + layer.replaceFirst("\\{", "{name: " + name(layer) + ", ") + "\n")
            .collect(Collectors.joining());
    String spec =
        "name: x\ndata: {dataset: digits, subset: {train: 110}}\nnetwork:\n  layers:\n"
            + spelled
            + "    - {name: out, type: output}\ntraining: {batchSize: 32, epochs: 3}\n";
    try {
      Path file = Files.createTempFile("spec", ".yaml");
      try {
        return Planner.plan(Files.writeString(file, spec), overrides).plan();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The training that overrides of its keys ask for. */
  public static TrainingPlan training(String... overrides) {
    return plan(Arrays.asList(overrides)).training();
  }

  /** The layer's type and place, so that names differ. */
  private static String name(String layer) {
    return layer.replaceAll(".*type: (\\w+).*", "$1") + "-" + Integer.toHexString(layer.hashCode());
  }
}
