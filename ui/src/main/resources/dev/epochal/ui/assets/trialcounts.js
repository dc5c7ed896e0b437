// How far a sweep is: the same rule as that of the commands (SweepSummary.over).

/**
 * How many trials are over. One that broke off is not, since its sweep resumes it, unless that had stopped it early.
 * @param counts how many trials there are by the status of their run
 */
export function over(counts, stopped) {
  const n = (status) => counts[status] ?? 0;
  return n("FINISHED") + n("FAILED") + Math.min(n("KILLED") + n("CRASHED"), stopped);
}

/** Whether nothing of a run or a sweep is to come by itself. */
export const isOver = (status) => !["RUNNING", "SCHEDULED"].includes(status);
