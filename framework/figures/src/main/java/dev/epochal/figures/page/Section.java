package dev.epochal.figures.page;

import java.util.List;

/**
 * A part of a page, with a heading that links can point at.
 *
 * @param id unique on the page
 */
public record Section(String id, String title, List<Block> blocks) {
  public Section {
    blocks = List.copyOf(blocks);
  }
}
