package dev.epochal.runner.compare;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where runs can differ, in the order in which a person asks. */
public enum Kind {
  /** Inputs that were set. */
  PARAMS,
  /** The images that were really used. */
  DATA,
  /** The machine and the libraries. */
  ENVIRONMENT,
  /** The work tree that the run was started in. */
  CODE;

  /** As in JSON and CSV. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
