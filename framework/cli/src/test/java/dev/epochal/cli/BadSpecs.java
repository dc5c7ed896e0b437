package dev.epochal.cli;

import java.util.List;
import java.util.stream.Stream;

/** The table of ways to be wrong. */
final class BadSpecs {
  private BadSpecs() {}

  static List<BadSpec> table() {
    return Stream.of(BadValues.table(), BadStructure.table()).flatMap(List::stream).toList();
  }
}
