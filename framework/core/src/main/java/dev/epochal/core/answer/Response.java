package dev.epochal.core.answer;

import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.TimeTo;
import java.util.Set;

/** What a question is asked on, and how it is read of a run. */
interface Response {
  Reading of(AskedRun run);

  /** What a run has at its end: a metric, or how soon it reached a value. */
  static Response atTheEnd(String response) {
    if (!TimeTo.isCall(response)) {
      return run -> metric(run, response);
    }
    TimeTo timeTo = TimeTo.parse(response);
    return run -> reached(run, timeTo);
  }

  /** The histories that reading it takes. */
  static Set<String> needs(String response) {
    return TimeTo.isCall(response) ? TimeTo.parse(response).needs() : Set.of();
  }

  private static Reading metric(AskedRun run, String name) {
    if (run.status() == RunStatus.FINISHED) {
      Double value = run.metrics().get(name);
      return value == null ? Reading.UNREAD : Reading.of(value);
    }
    return ended(run);
  }

  private static Reading reached(AskedRun run, TimeTo timeTo) {
    if (!run.counts()) {
      return Reading.UNREAD;
    }
    var reached = timeTo.of(run.history());
    if (reached.isPresent()) {
      return Reading.of(reached.getAsDouble());
    }
    if (run.status() != RunStatus.FINISHED) {
      return ended(run);
    }
    return run.history().containsKey(timeTo.metric())
        ? Reading.lacking(Lack.UNREACHED)
        : Reading.UNREAD;
  }

  /** What a run says that did not finish. */
  static Reading ended(AskedRun run) {
    return run.diverged()
        ? Reading.lacking(Lack.DIVERGED)
        : run.stoppedEarly() ? Reading.lacking(Lack.STOPPED) : Reading.UNREAD;
  }
}
