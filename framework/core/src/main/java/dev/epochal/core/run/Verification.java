package dev.epochal.core.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of running a run's plan again.
 *
 * @param verdict {@code IDENTICAL}, {@code WITHIN 3 ULP} or {@code DIVERGED at epoch 4}
 * @param epochs how many were compared
 * @param sameEnvironment whether machine, threads and libraries were those of the run
 * @param detail what differed, in a sentence; null when there is nothing to say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verification(
    Instant at, String verdict, int epochs, boolean sameEnvironment, @Nullable String detail) {
  public Verification {
    Annotations.requireUsual(Objects.requireNonNull(at, "at"));
    Objects.requireNonNull(verdict, "verdict");
  }
}
