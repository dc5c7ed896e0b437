package dev.epochal.core.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import java.nio.file.Path;

/** A figure's data as a file. */
public final class FigureFile {
  /** Larger files hold no figure of ours: the most maps of an image of 224 × 224 take half. */
  private static final long MOST_BYTES = 128L << 20;

  private FigureFile() {}

  /**
   * Reads the data of any figure.
   *
   * @throws EpochalException naming the file, if it is missing, too large, no figure's data, or of
   *     a later version than this program knows
   */
  public static FigureData read(Path file) {
    if (file.toFile().length() > MOST_BYTES) {
      throw new EpochalException(
          "%s does not hold a figure's data: it has over %d bytes".formatted(file, MOST_BYTES));
    }
    JsonNode tree = Json.read(file, JsonNode.class);
    int version = tree.path("version").asInt();
    try {
      FigureData data = Json.mapper().treeToValue(tree, FigureData.class);
      if (data == null) {
        throw new EpochalException(file + " does not hold a figure's data");
      }
      if (version <= data.version()) {
        return data;
      }
    } catch (JsonProcessingException e) {
      throw new EpochalException(
          file
              + " does not hold a figure's data as this version knows them: "
              + e.getOriginalMessage(),
          e);
    }
    throw new EpochalException(
        file
            + " has version "
            + version
            + " of its figure's data: use the newer Epochal that wrote it");
  }
}
