package dev.epochal.core.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** When in its training a run's response is read, so that levels are compared fairly. */
public enum Budget {
  /** At each run's end, as it was trained. */
  TRAINED,
  /** After as many epochs of each run. */
  EPOCHS,
  /** After as many updates of the parameters. */
  UPDATES,
  /** After as many seconds of training; evaluations and making batches do not count. */
  SECONDS;

  /** As it is written. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
