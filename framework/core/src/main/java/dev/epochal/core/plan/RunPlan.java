package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides a run, with no default left open: the same plan on the same machine with
 * the same threads gives the same bits. Everything after planning reads this and never the spec.
 *
 * @param experiment the spec's name; runs of one experiment are compared with each other
 * @param variant the spec's variant that was chosen, {@code base} for none; null when it has none
 * @param description the spec's own words; null when it has none
 * @param tags copied to the run
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunPlan(
    String experiment,
    @Nullable String variant,
    @Nullable String description,
    SeedPlan seeds,
    DataPlan data,
    NetworkPlan network,
    TrainingPlan training,
    EvaluationPlan evaluate,
    SortedMap<String, String> tags) {

  public RunPlan {
    tags = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  /** The beginning of it: the same, of so many epochs. */
  public RunPlan upTo(int epochs) {
    return new RunPlan(
        experiment,
        variant,
        description,
        seeds,
        data,
        network,
        training.upTo(epochs),
        evaluate,
        tags);
  }

  /**
   * SHA-256 of the plan's JSON without what cannot change the numbers (variant's name, description,
   * tags, the training UI): equal hashes mean the same computation.
   */
  public String sha256() {
    RunPlan essence =
        new RunPlan(
            experiment,
            null,
            null,
            seeds,
            data,
            network,
            training.essence(),
            evaluate,
            new TreeMap<>());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(Json.line(essence).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
