package dev.epochal.cli;

import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.CheckpointName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run that did not come to its end left to go on with. */
final class Kept {
  private static final String CHECKPOINTS = "checkpoints/";

  private Kept() {}

  /** The last checkpoint and the models, in a line. */
  static String sentence(List<ArtifactRecord> artifacts, Map<String, Double> metrics) {
    List<String> kept = new ArrayList<>();
    lastCheckpoint(artifacts)
        .ifPresent(name -> kept.add(CHECKPOINTS + name.file() + " (" + where(name) + ")"));
    if (has(artifacts, "model/best.zip")) {
      kept.add("model/best.zip" + epoch(metrics.get("best.epoch")));
    }
    if (has(artifacts, "model/final.zip")) {
      kept.add("model/final.zip (as training left it)");
    }
    return kept.isEmpty() ? "no checkpoint and no model yet" : String.join(", ", kept);
  }

  /** Of a run found dead it is not known. */
  private static String epoch(@Nullable Double best) {
    if (best == null) {
      return "";
    }
    return best == 0 ? " (as before training)" : " (epoch " + best.intValue() + ")";
  }

  private static Optional<CheckpointName> lastCheckpoint(List<ArtifactRecord> artifacts) {
    return artifacts.stream()
        .filter(file -> file.name().startsWith(CHECKPOINTS))
        .flatMap(file -> CheckpointName.parse(file.name().substring(CHECKPOINTS.length())).stream())
        .max(Comparator.naturalOrder());
  }

  private static String where(CheckpointName name) {
    return name.batches() == 0
        ? "after epoch " + name.epochs()
        : "in epoch " + (name.epochs() + 1) + ", after batch " + name.batches();
  }

  private static boolean has(List<ArtifactRecord> artifacts, String name) {
    return artifacts.stream().anyMatch(file -> file.name().equals(name));
  }
}
