package dev.epochal.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.Note;
import dev.epochal.core.sweep.SweepRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the registry knows of a sweep.
 *
 * @param record as its folder has it, with the name that it has by now
 * @param folder where it lies, or lay
 * @param trials in the order of their numbers
 * @param deleted since when; null when it is not deleted
 * @param notes in the order written
 * @param trialsThatReadTest how many of the trials have a metric of the test split
 * @param testReads how many runs of this experiment have read the test split that the trials have
 */
public record SweepDetail(
    SweepSummary summary,
    SweepRecord record,
    Path folder,
    List<SweepTrial> trials,
    @Nullable Instant deleted,
    List<Note> notes,
    int trialsThatReadTest,
    int testReads) {
  public SweepDetail {
    trials = List.copyOf(trials);
    notes = List.copyOf(notes);
  }

  /** The summary's keys with the detail's beside them: the object of {@code show SWEEP --json}. */
  @JsonValue
  ObjectNode json() {
    ObjectNode json = Json.mapper().valueToTree(summary);
    json.put("folder", folder.toString());
    json.putPOJO("plan", record.plan());
    json.putPOJO("fixed", record.fixed());
    json.put("jobs", record.jobs());
    json.put("threads", record.threads());
    json.put("testMayChoose", record.testMayChoose());
    json.putPOJO("process", record.process());
    json.putPOJO("deleted", deleted);
    json.putPOJO("notes", notes);
    json.put("trialsThatReadTest", trialsThatReadTest);
    json.put("testReads", testReads);
    json.remove("trials");
    json.putPOJO("counts", summary.trials());
    json.putPOJO("trials", trials);
    return json;
  }
}
