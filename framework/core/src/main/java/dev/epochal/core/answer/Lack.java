package dev.epochal.core.answer;

/** Why a run has no number for a question. */
public enum Lack {
  /** It has one. */
  NONE,
  /** Its loss was no longer a finite number. */
  DIVERGED,
  /** It never came to the value that was to be reached. */
  UNREACHED,
  /** Its sweep stopped it, because it fell behind the others. */
  STOPPED,
  /** It did not come to its end, or what is asked for was not recorded: it counts for nothing. */
  UNREAD
}
