package dev.epochal.core.figure;

/**
 * An image with what it truly is.
 *
 * @param position in its split, from 0
 * @param label index of its class
 */
public record LabelledImage(int position, int label, Raster image) {}
