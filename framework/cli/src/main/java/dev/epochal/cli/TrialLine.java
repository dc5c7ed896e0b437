package dev.epochal.cli;

import dev.epochal.runner.sweep.SweepListener.TrialEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The line that says how a trial of a sweep ended. */
final class TrialLine {
  private static final int LONGEST_REASON = 200;

  private TrialLine() {}

  /**
   * The line.
   *
   * @param trials how many there are
   * @param begun when its process began to train; null if none did
   */
  static String of(TrialEnd end, int trials, @Nullable Instant begun) {
    StringBuilder line = new StringBuilder("trial %d/%d  ".formatted(end.number(), trials));
    line.append(
        end.values().entrySet().stream()
            .map(value -> value.getKey() + "=" + value.getValue())
            .collect(Collectors.joining(" ")));
    line.append("  ").append(end.reused() ? "reused" : end.stopped() ? "stopped" : end.status());
    if (end.value() != null) {
      line.append("  ")
          .append(end.metric())
          .append(' ')
          .append(MetricText.value(end.metric(), end.value()));
    }
    if (begun != null) {
      double seconds = Duration.between(begun, Instant.now()).toMillis() / 1e3;
      line.append("  ").append(Durations.text(seconds));
    }
    line.append("  ").append(end.run());
    String reason = end.reason();
    if (reason != null) {
      String shown = reason.replaceAll("\\R", " | ");
      line.append("\n           ")
          .append(
              shown.length() <= LONGEST_REASON
                  ? shown
                  : shown.substring(0, LONGEST_REASON) + " … (./run logs " + end.run() + ")");
    }
    return line.toString();
  }
}
