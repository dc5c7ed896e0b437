package dev.epochal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.epochal.core.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The {@code --json} contract: params that are numbers or booleans are written as such. */
final class RunJson {
  private RunJson() {}

  static String pretty(Object run) {
    JsonNode tree = Json.mapper().valueToTree(run);
    typeParams(tree);
    return Json.pretty(tree);
  }

  /** As an array, one run after the other: all of them as one text would not fit into memory. */
  static void print(Console console, List<?> runs) {
    String before = "[ ";
    for (Object run : runs) {
      console.print(before + pretty(run).strip());
      before = ", ";
    }
    console.print(runs.isEmpty() ? "[ ]\n" : " ]\n");
  }

  private static void typeParams(JsonNode run) {
    if (run.get("params") instanceof ObjectNode params) {
      for (Map.Entry<String, JsonNode> param : params.properties()) {
        param.setValue(typed(param.getValue().asText()));
      }
    }
  }

  /** A param as JSON. */
  static JsonNode typed(String text) {
    if (text.equals("true") || text.equals("false")) {
      return JsonNodeFactory.instance.booleanNode(text.equals("true"));
    }
    if (text.matches("-?\\d{1,19}(\\.\\d+)?([eE][+-]?\\d{1,3})?")) {
      return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
    }
    return JsonNodeFactory.instance.textNode(text);
  }
}
