package dev.epochal.figures;

import java.util.List;

/**
 * A small picture with words over it.
 *
 * @param titles what it is, with an arrow from each to the next; empty for nothing
 * @param details under the titles, a line each
 */
record Tile(List<String> titles, List<String> details, Painter painter) {
  Tile {
    titles = List.copyOf(titles);
    details = List.copyOf(details);
  }

  /** A picture of one thing. */
  Tile(String title, List<String> details, Painter painter) {
    this(title.isEmpty() ? List.of() : List.of(title), details, painter);
  }
}
