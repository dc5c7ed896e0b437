package dev.epochal.core.figure;

/**
 * What a figure of many runs shows: those of a sweep, or those that a question was asked of. Made
 * when the question is answered; no spec asks for one, as a run alone has none.
 */
public sealed interface SweepFigure extends FigureData
    permits LevelCurves, LevelStrips, ParallelCoordinates, SeedSpread, TimeQuality {}
