package dev.epochal.figures.report;

import dev.epochal.core.figure.SweepFigure;
import dev.epochal.core.plan.Loss;
import dev.epochal.figures.Figures;
import dev.epochal.figures.caption.Caption;
import dev.epochal.figures.caption.Captions;
import dev.epochal.figures.caption.Guess;

/**
 * A figure of a report.
 *
 * @param name of its files, without their endings
 * @param png its drawing; empty when this machine cannot draw
 */
@SuppressWarnings("ArrayRecordComponent") // an image: drawn once, never copied or compared
public record SweepPicture(String name, SweepFigure data, byte[] png) {
  /** No caption of many runs asks what one run's losses are measured against. */
  private static final Captions CAPTIONS = new Captions(Guess.of(Loss.MCXENT, 2), false);

  /** The figure where text can be drawn, else its caption alone. */
  public static SweepPicture of(String name, SweepFigure data) {
    return new SweepPicture(
        name, data, Figures.fontProblem().isPresent() ? new byte[0] : Figures.png(data));
  }

  Caption caption() {
    return data.match(CAPTIONS);
  }
}
