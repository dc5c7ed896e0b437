package dev.epochal.figures.caption;

import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.figure.FigureData;
import dev.epochal.core.figure.LossHistory;

/**
 * The caption of any figure of one run.
 *
 * @param classes how many there are to tell apart
 * @param dropout whether the network has any
 */
public record Captions(int classes, boolean dropout) implements FigureData.Cases<Caption> {

  @Override
  public Caption confusionMatrices(ConfusionMatrices figure) {
    return ConfusionMatricesCaption.of(figure);
  }

  @Override
  public Caption lossHistory(LossHistory figure) {
    return LossHistoryCaption.of(figure, classes, dropout);
  }
}
