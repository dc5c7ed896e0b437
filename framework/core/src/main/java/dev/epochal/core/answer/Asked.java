package dev.epochal.core.answer;

import dev.epochal.core.stats.Goal;
import org.jspecify.annotations.Nullable;

/**
 * A question.
 *
 * @param factor what varies between the levels
 * @param response the metric that is asked about
 * @param goal which way it is better; null where neither is, as of the number of parameters
 * @param reference the level that the others are compared with; null for all with all
 * @param margin differences smaller than this count as none; NaN when nobody said what would
 */
public record Asked(
    String factor,
    String response,
    @Nullable Goal goal,
    @Nullable String reference,
    double margin) {

  /** Half a point, of metrics that are shares; none of others. */
  public static double usualMargin(String response) {
    return isShare(response) ? 0.005 : Double.NaN;
  }

  /** Whether a metric lies between 0 and 1, so that it is said in percent. */
  public static boolean isShare(String response) {
    return Goal.of(response).filter(goal -> goal == Goal.MAX).isPresent();
  }
}
