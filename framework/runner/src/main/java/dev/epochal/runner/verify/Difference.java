package dev.epochal.runner.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A place where something else came of a plan than was recorded.
 *
 * @param epoch in which; 0 is before training
 * @param update in which; null when it is not an update's loss
 * @param what {@code parameters}, a metric's name, or a file of the run
 * @param recorded then; null when there was none
 * @param now null when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
    int epoch,
    @Nullable Long update,
    String what,
    @Nullable String recorded,
    @Nullable String now) {

  /** In words. */
  public String sentence() {
    String where =
        epoch == 0
            ? "before training"
            : update == null ? "in epoch " + epoch : "at update " + update + ", in epoch " + epoch;
    String values =
        recorded == null && now == null ? "" : ": " + said(now) + " instead of " + said(recorded);
    return where + ", " + what + " differs" + values;
  }

  private static String said(@Nullable String value) {
    return value == null ? "nothing" : value;
  }
}
