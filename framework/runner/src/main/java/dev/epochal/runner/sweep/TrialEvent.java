package dev.epochal.runner.sweep;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.epochal.core.run.RunStatus;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What the process of a trial says while it works, a line each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = TrialEvent.EVENT)
@JsonSubTypes({
  @JsonSubTypes.Type(value = TrialEvent.Message.class, name = "message"),
  @JsonSubTypes.Type(value = TrialEvent.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = TrialEvent.Trained.class, name = "trained"),
  @JsonSubTypes.Type(value = TrialEvent.Epoch.class, name = "epoch"),
  @JsonSubTypes.Type(value = TrialEvent.Over.class, name = "over"),
  @JsonSubTypes.Type(value = TrialEvent.Refused.class, name = "refused"),
})
public sealed interface TrialEvent {
  String EVENT = "event";

  /** Something that a person should know. */
  record Message(String text) implements TrialEvent {}

  /**
   * The run has a record, and training is about to start.
   *
   * @param images of all its epochs
   * @param done of them already, where the run goes on
   * @param notice what must not be overlooked about its data; null for nothing
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Ready(String name, long images, long done, @Nullable String notice)
      implements TrialEvent {}

  /** So many images were trained on since it was last said. */
  record Trained(long images) implements TrialEvent {}

  /**
   * An epoch is over.
   *
   * @param metrics by name, e.g. {@code validation.loss}
   */
  record Epoch(int epoch, SortedMap<String, Double> metrics) implements TrialEvent {}

  /** The run is over, with its final metrics. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Over(RunStatus status, @Nullable String reason, SortedMap<String, Double> metrics)
      implements TrialEvent {}

  /** Nothing was recorded: the run could not begin, or not be gone on with. */
  record Refused(String reason) implements TrialEvent {}
}
