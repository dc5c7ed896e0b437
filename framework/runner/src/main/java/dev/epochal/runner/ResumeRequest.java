package dev.epochal.runner;

import dev.epochal.runner.machine.Machine;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * A run that is to go on.
 *
 * @param run as a person means it: an id, a prefix of one, a name
 * @param code the folder whose git state is looked at
 * @param stopRequested asked after each update
 */
public record ResumeRequest(
    String run, Workplace workplace, Machine machine, Path code, BooleanSupplier stopRequested) {}
