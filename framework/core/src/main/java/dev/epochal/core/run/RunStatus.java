package dev.epochal.core.run;

/** Where a run stands. */
public enum RunStatus {
  SCHEDULED,
  RUNNING,
  FINISHED,
  FAILED,
  /** Asked to stop. */
  KILLED,
  /** Found dead. */
  CRASHED;

  /** Whether nothing more will happen to the run by itself. */
  public boolean isOver() {
    return this != SCHEDULED && this != RUNNING;
  }
}
