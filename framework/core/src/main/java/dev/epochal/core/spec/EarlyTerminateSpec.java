package dev.epochal.core.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.epochal.core.spec.bind.Doc;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** The key {@code sweep.early_terminate}: its {@code type} says which, by this table. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EarlyTerminateSpec.Asha.class, name = "asha"),
  @JsonSubTypes.Type(value = EarlyTerminateSpec.Median.class, name = "median"),
})
public sealed interface EarlyTerminateSpec {
  /** Asynchronous successive halving (Li et al. 2020). */
  record Asha(
      @JsonProperty("min_iter") @Doc("Epochs before the first decision; 1 by default.") @Min(1)
          @Nullable Integer minIter,
      @Doc(
              "At each decision, one of so many goes on; the next is after so many times the epochs;"
                  + " 3 by default.")
          @Min(2)
          @Nullable Integer eta)
      implements EarlyTerminateSpec {}

  /** The median stopping rule (Golovin et al. 2017). */
  record Median(
      @JsonProperty("min_iter") @Doc("Epochs before the first decision; 1 by default.") @Min(1)
          @Nullable Integer minIter,
      @JsonProperty("min_trials")
          @Doc("Trials to compare with before the first decision; 3 by default.")
          @Min(1)
          @Nullable Integer minTrials)
      implements EarlyTerminateSpec {}
}
