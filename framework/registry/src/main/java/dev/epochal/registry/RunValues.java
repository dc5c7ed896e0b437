package dev.epochal.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Single values of a run.
 *
 * @param values of the operands that were asked for, in their order: a String, a Number, an
 *     Instant, or null where the run has none; a duration in seconds
 */
public record RunValues(RunName run, List<@Nullable Object> values) {
  public RunValues {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }
}
