package dev.epochal.core.run;

import java.time.Instant;

/** The process that executes a run: enough to tell later whether it still lives. */
public record ProcessRecord(String host, long pid, Instant started) {}
