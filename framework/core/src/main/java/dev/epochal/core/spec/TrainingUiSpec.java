package dev.epochal.core.spec;

import dev.epochal.core.spec.bind.Doc;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** The key {@code training.ui}: a word, or how often. */
public sealed interface TrainingUiSpec {
  /** What needs no number. */
  enum Choice implements TrainingUiSpec {
    OFF
  }

  /** Every so many updates. */
  record Every(
      @Doc(
              "Updates between reports; 0 is off. Fewer are made where they would take more than 2 %"
                  + " of training.")
          @Min(0)
          @Nullable Integer every)
      implements TrainingUiSpec {}
}
