package dev.epochal.figures.caption;

import java.util.List;

/**
 * What stands beside a figure.
 *
 * @param title of the figure
 * @param paragraphs how to read it, and what it shows here; the first says the most
 */
public record Caption(String title, List<String> paragraphs) {
  public Caption {
    paragraphs = List.copyOf(paragraphs);
  }
}
