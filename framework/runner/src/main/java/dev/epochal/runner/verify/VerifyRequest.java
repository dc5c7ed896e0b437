package dev.epochal.runner.verify;

import dev.epochal.core.run.RunFolder;
import dev.epochal.runner.Workplace;
import dev.epochal.runner.machine.Machine;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * A run whose plan is to be run again, and compared.
 *
 * @param epochs how many at most
 * @param within units in the last place that parameters may be apart, where they are not the same
 * @param code the folder whose git state is compared with the recorded one
 * @param stopRequested asked after each update
 */
public record VerifyRequest(
    RunFolder folder,
    int epochs,
    long within,
    Workplace workplace,
    Machine machine,
    Path code,
    BooleanSupplier stopRequested) {}
