package dev.epochal.runner;

import dev.epochal.core.planning.PlannedRun;
import dev.epochal.runner.machine.Machine;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * A run that is asked for.
 *
 * @param name the user's name for it; empty for {@code <experiment>-<n>}
 * @param code the folder whose git state is recorded
 * @param stopRequested asked after each update
 */
public record RunRequest(
    PlannedRun planned,
    String name,
    Workplace workplace,
    Machine machine,
    Path code,
    BooleanSupplier stopRequested) {}
