package dev.epochal.core.figure;

import java.util.List;

/**
 * How the images of each split divide among the classes that they truly are of.
 *
 * @param splits the class counts of each split
 */
public record TrueClasses(FigureSubject subject, List<String> classNames, List<ClassCounts> splits)
    implements FigureData {
  public static final String NAME = "true-classes";

  public TrueClasses {
    classNames = List.copyOf(classNames);
    splits = List.copyOf(splits);
  }

  @Override
  public String figureName() {
    return NAME;
  }
}
