package dev.epochal.core.run;

import java.time.Instant;

/** What the records of a run and of a sweep have in common: a process began, and may end. */
public interface Recorded {
  String id();

  String name();

  RunStatus status();

  Instant started();

  ProcessRecord process();
}
