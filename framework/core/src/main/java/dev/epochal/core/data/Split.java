package dev.epochal.core.data;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which part of a dataset: what the parameters see, what choices see, what nobody sees. */
public enum Split {
  TRAIN,
  VALIDATION,
  TEST;

  /** The name in metrics, files and specs: {@code train}, {@code validation}, {@code test}. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The split with that name. */
  @JsonCreator
  public static Split of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
