package dev.epochal.core.data;

import java.util.List;

/**
 * What is known of a dataset before its images are read: enough to plan a run with it.
 *
 * @param n images to split
 * @param shape of one image
 * @param classNames name of each class
 */
public record DatasetFacts(int n, ImageShape shape, List<String> classNames) {
  public DatasetFacts {
    classNames = List.copyOf(classNames);
  }

  /** Number of classes. */
  public int classes() {
    return classNames.size();
  }
}
