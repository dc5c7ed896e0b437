package dev.epochal.ui.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the JSON of a network may be given to DL4J, whose reader makes an object of any class
 * that it names.
 */
final class ModelJson {
  private static final int LONGEST = 4 << 20;

  private static final List<String> PACKAGES =
      List.of(
          "org.deeplearning4j.nn.conf.",
          "org.deeplearning4j.nn.weights.",
          "org.nd4j.linalg.activations.impl.",
          "org.nd4j.linalg.learning.config.",
          "org.nd4j.linalg.lossfunctions.impl.",
          "org.nd4j.linalg.schedule.",
          "org.nd4j.linalg.learning.regularization.",
          "dev.epochal.engine.network.");

  private ModelJson() {}

  static boolean isOurs(@Nullable String json) {
    if (json == null || json.length() > LONGEST) {
      return false;
    }
    try {
      JsonNode root = Json.mapper().readTree(json);
      return root.isObject() && isOurs(root);
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static boolean isOurs(JsonNode node) {
    JsonNode type = node.get("@class");
    if (type != null && PACKAGES.stream().noneMatch(type.asText()::startsWith)) {
      return false;
    }
    JsonNode name = node.get("layerName");
    if (name != null && !PlainText.isName(name.asText())) {
      return false;
    }
    for (JsonNode child : node) {
      if (!isOurs(child)) {
        return false;
      }
    }
    return true;
  }
}
