package dev.epochal.figures;

import java.awt.Font;
import java.util.List;

/** Class names as figures write them. */
final class ClassLabels {
  private ClassLabels() {}

  /** The name of a class, clean; what has no visible name is said to have none. */
  static String of(List<String> classNames, int index) {
    String name = Text.clean(classNames.get(index));
    return name.isEmpty() ? "(no name)" : name;
  }

  /** All of them, each cut to a width. */
  static List<String> all(List<String> classNames, Font font, double width) {
    return java.util.stream.IntStream.range(0, classNames.size())
        .mapToObj(i -> Text.ellipsized(of(classNames, i), font, width))
        .toList();
  }
}
