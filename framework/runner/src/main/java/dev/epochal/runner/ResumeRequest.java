package dev.epochal.runner;

import dev.epochal.runner.machine.Machine;
import java.nio.file.Path;

/**
 * A run that is to go on.
 *
 * @param recorded the run with its plan
 * @param code the folder whose git state is looked at
 * @param stopRequested asked after each update
 */
public record ResumeRequest(
    RecordedPlan recorded,
    Workplace workplace,
    Machine machine,
    Path code,
    StopWish stopRequested) {}
