package dev.epochal.runner.figures;

import dev.epochal.core.figure.FigureData;
import org.jspecify.annotations.Nullable;

/**
 * A figure that was asked for: its data, or why it is left out.
 *
 * @param name the figure's
 * @param data null when it is left out
 * @param leftOut the sentence that says why; null when it is there
 */
public record MadeFigure(String name, @Nullable FigureData data, @Nullable String leftOut) {}
