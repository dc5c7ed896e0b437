package dev.epochal.figures;

import dev.epochal.core.figure.FigureData;

/** How one kind of figure looks: composes its sheet from its data, and from nothing else. */
@FunctionalInterface
interface FigureRenderer<T extends FigureData> {

  Sheet sheet(T data);
}
