/**
 * Draws figure data to PNG: {@link dev.epochal.figures.Figures} is the way in, a renderer per
 * figure composes a {@code Sheet} of blocks, and {@code Style} holds every colour, font and
 * distance.
 */
@NullMarked
package dev.epochal.figures;

import org.jspecify.annotations.NullMarked;
