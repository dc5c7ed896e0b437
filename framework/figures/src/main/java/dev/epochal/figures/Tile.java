package dev.epochal.figures;

import java.util.List;

/**
 * A small picture with words over it.
 *
 * @param title what it is; empty for none
 * @param details under the title, a line each
 */
record Tile(String title, List<String> details, Painter painter) {
  Tile {
    details = List.copyOf(details);
  }
}
