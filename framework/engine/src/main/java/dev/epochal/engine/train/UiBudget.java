package dev.epochal.engine.train;

/**
 * When a report for the training UI is due, and whether there is time for it: reports take at most
 * 2 % of a training that is not short. One of seconds is looked at too: the first report, which
 * loads classes, and beside it a quarter of a second over the whole are spent in any case.
 */
final class UiBudget {
  static final double SHARE = 0.02;
  private static final double ALLOWED_NANOS = 0.25e9;

  /** After so many reports they come half as often, so that no session grows without bound. */
  private static final int DOUBLED_AFTER = 1_000;

  private final long updates;
  private final long began;
  private long every;
  private long reports;
  private long first;
  private long spent;
  private long dearest;
  private boolean owed;
  private boolean stretched;

  /**
   * Nothing was reported yet.
   *
   * @param every updates between reports
   * @param updates of the whole training
   * @param now in nanoseconds, as {@link System#nanoTime}
   */
  UiBudget(long every, long updates, long now) {
    this.every = every;
    this.updates = updates;
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
    double anyhow = first + ALLOWED_NANOS * update / updates;
    if (reports > 0 && spent + dearest > Math.max(anyhow, SHARE * (now - began))) {
      stretched = true;
      return false;
    }
    return true;
  }

  /** A report was made. */
  void reported(long nanos) {
    owed = false;
    spent += nanos;
    if (reports++ == 0) {
      first = nanos;
    } else {
      // One that was held up by something else is soon forgotten.
      dearest = Math.max(nanos, dearest / 2);
    }
    if (reports % DOUBLED_AFTER == 0) {
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

  /** For people, once a report was put off. */
  String whyFewer() {
    double anyhow = (first + ALLOWED_NANOS) / 1e9;
    return ("a report for the training UI takes %.0f ms: fewer are made than asked for, so that they"
            + " take at most %.0f %% of training once it has lasted %.0f s, and %.2f s until then")
        .formatted(1e3 * perReport(), 100 * SHARE, Math.ceil(anyhow / SHARE), anyhow);
  }

  double spentSeconds() {
    return spent / 1e9;
  }

  /** Seconds that a report takes: the first counts only while there is no other. */
  private double perReport() {
    return reports < 2 ? first / 1e9 : (spent - first) / 1e9 / (reports - 1);
  }
}
