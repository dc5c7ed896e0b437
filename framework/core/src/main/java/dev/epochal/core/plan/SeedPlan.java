package dev.epochal.core.plan;

/**
 * One seed per stream of randomness, so that each can be changed alone.
 *
 * @param seed the run's own, from which those below derive unless set
 * @param split which image goes to which split
 * @param init initial weights and biases
 * @param shuffle order of the images in each epoch
 * @param dropout which activations are dropped in each update
 */
public record SeedPlan(long seed, long split, long init, long shuffle, long dropout) {}
