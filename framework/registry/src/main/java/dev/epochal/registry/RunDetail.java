package dev.epochal.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.Note;
import dev.epochal.core.run.Series;
import dev.epochal.core.run.TrialRecord;
import dev.epochal.core.run.Verification;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * All that the registry knows of a run: the object of {@code show --json}.
 *
 * @param reason why the run ended as it did; null while running, or when it finished as planned
 * @param folder where the run lies, or lay
 * @param history by metric
 * @param hashes SHA-256 of the parameters by epoch; 0 is before training
 * @param environment as the run's folder has it; empty when that has none
 * @param dataset null until the data are there
 * @param notes in the order written
 * @param deleted since when; null when the run is not deleted
 * @param baseline whether others are compared with this run
 * @param verifications in the order made
 * @param rerunOf id of the run whose recorded plan this one executes; null when a spec was planned
 * @param trial which trial of which sweep the run was made for; null when it was made alone
 * @param sweeps ids of all sweeps that the run is a trial of, also of those that reused it
 * @param testReads how many runs of this experiment have read the test split that this one has,
 *     itself among them if it did
 */
public record RunDetail(
    RunSummary summary,
    @Nullable String reason,
    Path folder,
    SortedMap<String, Series> history,
    List<ArtifactRecord> artifacts,
    SortedMap<Integer, String> hashes,
    JsonNode environment,
    @Nullable DatasetRecord dataset,
    List<Note> notes,
    @Nullable Instant deleted,
    boolean baseline,
    List<Verification> verifications,
    @Nullable String rerunOf,
    @Nullable TrialRecord trial,
    List<String> sweeps,
    int testReads) {

  /** What could not be recorded while training went on. */
  public List<String> recordingErrors() {
    return summary.recordingErrors();
  }

  /** The summary's keys with the detail's beside them; a long history is not turned into nodes. */
  @JsonValue
  ObjectNode json() {
    ObjectNode json = Json.mapper().valueToTree(summary);
    json.put("reason", reason);
    json.put("folder", folder.toString());
    json.putPOJO("history", history);
    json.putPOJO("artifacts", artifacts);
    json.putPOJO("hashes", hashes);
    json.set("environment", environment);
    json.putPOJO("dataset", dataset);
    json.putPOJO("notes", notes);
    json.putPOJO("deleted", deleted);
    json.put("baseline", baseline);
    json.putPOJO("verifications", verifications);
    json.put("rerunOf", rerunOf);
    json.putPOJO("trial", trial);
    json.putPOJO("sweeps", sweeps);
    json.put("testReads", testReads);
    return json;
  }
}
