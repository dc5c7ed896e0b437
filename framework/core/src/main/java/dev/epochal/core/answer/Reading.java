package dev.epochal.core.answer;

/**
 * What a run says to a question.
 *
 * @param value NaN where it lacks one
 */
record Reading(double value, Lack lack) {
  static final Reading UNREAD = new Reading(Double.NaN, Lack.UNREAD);

  static Reading of(double value) {
    return Double.isFinite(value) ? new Reading(value, Lack.NONE) : lacking(Lack.DIVERGED);
  }

  static Reading lacking(Lack why) {
    return new Reading(Double.NaN, why);
  }

  boolean isRead() {
    return lack != Lack.UNREAD;
  }
}
