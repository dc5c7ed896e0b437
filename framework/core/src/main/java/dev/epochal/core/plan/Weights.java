package dev.epochal.core.plan;

/**
 * How weights start, and what is added to the loss to keep them small: l1·Σ|w| + l2·½·Σw². Biases,
 * and the scale and shift of batch normalization, are free of both, as DL4J has it.
 *
 * @param l1 0 for none
 * @param l2 0 for none; the gradient's part is l2·w, as PyTorch's {@code weight_decay} in SGD
 */
public record Weights(WeightInit init, double l1, double l2) {}
