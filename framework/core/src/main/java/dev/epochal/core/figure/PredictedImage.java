package dev.epochal.core.figure;

/**
 * An image with what it truly is and what the model took it for.
 *
 * @param position in its split, from 0
 * @param label index of its true class
 * @param predicted index of the most probable class
 * @param probability of the class that the figure is about
 */
public record PredictedImage(
    int position, int label, int predicted, double probability, Raster image) {}
