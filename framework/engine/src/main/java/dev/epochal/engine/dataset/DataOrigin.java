package dev.epochal.engine.dataset;

import java.util.List;

/**
 * Where data came from.
 *
 * @param source a folder, or {@code generated}
 * @param pixelType what a pixel is there: {@code uint8}
 * @param parts the files, a line for each pair; empty for what was drawn
 */
public record DataOrigin(String source, String pixelType, List<String> parts) {
  public DataOrigin {
    parts = List.copyOf(parts);
  }
}
