package dev.epochal.core.figure;

import java.util.List;

/**
 * How the images of each split divide among the classes that the model took them for.
 *
 * @param splits the counts of predicted classes
 * @param truth the counts of true classes, of the same splits in the same order
 */
public record PredictedClasses(
    FigureSubject subject,
    List<String> classNames,
    List<ClassCounts> splits,
    List<ClassCounts> truth)
    implements FigureData {
  public static final String NAME = "predicted-classes";

  public PredictedClasses {
    classNames = List.copyOf(classNames);
    splits = List.copyOf(splits);
    truth = List.copyOf(truth);
    if (splits.size() != truth.size()) {
      throw new IllegalArgumentException(
          splits.size() + " predicted splits but " + truth.size() + " true ones");
    }
  }

  @Override
  public String figureName() {
    return NAME;
  }
}
