package dev.epochal.runner;

import dev.epochal.runner.machine.EnvironmentChanges;

/**
 * How a run goes on.
 *
 * @param from where: {@code after epoch 10 of 50, from checkpoints/epoch-10.zip}
 * @param images trained on before, over all epochs
 * @param changes of the environment since the run was started
 */
public record Resumption(String from, long images, EnvironmentChanges changes) {}
