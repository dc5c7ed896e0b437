package dev.epochal.engine.train;

import dev.epochal.core.plan.TrainingUiPlan;

/**
 * When a report for the training UI is due, and whether there is time for it: reports take at most
 * 2 % of training, or half a second where that is more, for the first one costs most and a training
 * of seconds is looked at too.
 */
final class UiBudget {
  static final double SHARE = 0.02;
  private static final long ALLOWED_NANOS = 500_000_000L;

  /** After so many reports they come half as often, so that no session grows without bound. */
  private static final int DOUBLED_AFTER = 1_000;

  private final long began;
  private long every;
  private long reports;
  private long spent;
  private long dearest;
  private boolean owed;
  private boolean stretched;

  /**
   * @param now in nanoseconds, as {@link System#nanoTime}
   */
  UiBudget(TrainingUiPlan plan, long now) {
    this.every = plan.every();
    this.began = now;
  }

  /**
   * Whether this update gets a report.
   *
   * @param update from 1
   */
  boolean admits(long update, long now) {
    owed |= (update - 1) % every == 0;
    if (!owed) {
      return false;
    }
    if (reports > 0 && spent + dearest > Math.max(ALLOWED_NANOS, SHARE * (now - began))) {
      stretched = true;
      return false;
    }
    return true;
  }

  /** A report was made. */
  void reported(long nanos) {
    owed = false;
    spent += nanos;
    // The first one also loads classes; what others cost soon outweighs it.
    dearest = reports == 0 ? nanos : Math.max(nanos, dearest / 2);
    if (++reports % DOUBLED_AFTER == 0) {
      every *= 2;
    }
  }

  /** What is spent beside reports. */
  void spend(long nanos) {
    spent += nanos;
  }

  /** Whether a report was put off for want of time. */
  boolean stretched() {
    return stretched;
  }

  long reports() {
    return reports;
  }

  double spentSeconds() {
    return spent / 1e9;
  }

  /** Seconds that a report takes, on the average. */
  double perReport() {
    return reports == 0 ? 0 : spentSeconds() / reports;
  }
}
