package dev.epochal.runner;

/**
 * How a run goes on.
 *
 * @param from where: {@code after epoch 10 of 50, from checkpoints/epoch-10.zip}
 * @param images trained on before, over all epochs
 */
public record Resumption(String from, long images) {}
