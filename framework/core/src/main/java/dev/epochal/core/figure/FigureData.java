package dev.epochal.core.figure;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What a figure shows, apart from how it is drawn: kept as {@code figures/<name>.json} in the run
 * folder, so that it can be drawn again, or drawn differently, without the run.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "figure")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LossHistory.class, name = LossHistory.NAME),
  @JsonSubTypes.Type(value = ConfusionMatrices.class, name = ConfusionMatrices.NAME),
})
public sealed interface FigureData permits ConfusionMatrices, LossHistory {

  /** The figure's name, as in specs and file names. */
  String figureName();

  /** What the figure is of. */
  FigureSubject subject();

  /** What {@code cases} makes of this kind of figure. */
  <T> T match(Cases<T> cases);

  /** A function of a figure, kind by kind: a new kind does not compile until each has a case. */
  interface Cases<T> {
    T confusionMatrices(ConfusionMatrices figure);

    T lossHistory(LossHistory figure);
  }
}
