package dev.epochal.core.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One line of a run's journal, in the order in which things happened. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @JsonSubTypes.Type(value = JournalEntry.Update.class, name = "update"),
  @JsonSubTypes.Type(value = JournalEntry.UpdateMetrics.class, name = "update-metrics"),
  @JsonSubTypes.Type(value = JournalEntry.Epoch.class, name = "epoch"),
  @JsonSubTypes.Type(value = JournalEntry.SystemSample.class, name = "system"),
  @JsonSubTypes.Type(value = JournalEntry.Resumed.class, name = "resumed"),
  @JsonSubTypes.Type(value = JournalEntry.Ended.class, name = "ended"),
})
public sealed interface JournalEntry {

  /**
   * One update of the parameters.
   *
   * @param update counted from 1 over the whole run
   * @param loss of the batch before the update, dropout on
   */
  record Update(long update, double loss) implements JournalEntry {}

  /**
   * What is measured of some updates only.
   *
   * @param metrics by names that begin with {@link #OF_UPDATES}
   */
  record UpdateMetrics(long update, SortedMap<String, Double> metrics) implements JournalEntry {}

  /** How the names of metrics begin whose steps are updates. */
  String OF_UPDATES = "iteration.";

  /**
   * The end of an epoch; epoch 0 is before training and has a hash alone.
   *
   * @param metrics by name, e.g. {@code train.loss}, {@code train.seconds}
   * @param parameters SHA-256 over the parameters as little-endian float32
   */
  record Epoch(int epoch, Instant at, SortedMap<String, Double> metrics, String parameters)
      implements JournalEntry {}

  /**
   * What the process took of the machine.
   *
   * @param second since the run began
   * @param metrics by name, e.g. {@code system.memory.rss}
   */
  record SystemSample(long second, SortedMap<String, Double> metrics) implements JournalEntry {}

  /**
   * Another process goes on with the run: what lies after this point in training is made again.
   *
   * @param epochs completed by then
   * @param updates made by then
   * @param environment what the run's environment was and is not any more
   */
  record Resumed(
      Instant at,
      int epochs,
      long updates,
      ProcessRecord process,
      SortedMap<String, Difference> environment)
      implements JournalEntry {}

  /**
   * A fact that is no longer what it was.
   *
   * @param before null when nothing was said of it
   * @param now likewise
   */
  record Difference(@Nullable String before, @Nullable String now) {}

  /**
   * The end of the run, until another process goes on with it.
   *
   * @param reason why it ended so; null when it finished
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Ended(Instant at, RunStatus status, @Nullable String reason) implements JournalEntry {}
}
