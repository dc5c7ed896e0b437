package dev.epochal.ui.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One request, once it was let in. */
public final class Call {
  private final Map<String, String> path;
  private final Map<String, String> query;
  private final byte[] body;

  /**
   * @param path what stands in the route's places
   * @param query by name, the last of several
   */
  Call(Map<String, String> path, Map<String, String> query, byte[] body) {
    this.path = Map.copyOf(path);
    this.query = Map.copyOf(query);
    this.body = body;
  }

  /** What stands in a place of the route, decoded. */
  public String path(String place) {
    String value = path.get(place);
    if (value == null) {
      throw new IllegalArgumentException("the route has no place " + place);
    }
    return value;
  }

  /** A parameter of the query; empty where there is none. */
  public String query(String name) {
    return query.getOrDefault(name, "");
  }

  /** Every parameter of the query that is not empty. */
  public Map<String, String> query() {
    return query;
  }

  /** A parameter that lists things, with commas between them. */
  public List<String> list(String name) {
    return Arrays.stream(query(name).split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /** A whole number of the query, no smaller and no larger than allowed. */
  public int number(String name, int otherwise, int least, int most) {
    String text = query(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,9}")) {
      throw new Refused(400, name + " must be a whole number but was " + shown(text));
    }
    return Math.max(least, Math.min(most, Integer.parseInt(text)));
  }

  /** The body as a JSON object. */
  public JsonNode body() {
    try {
      JsonNode tree = Json.parse(new String(body, StandardCharsets.UTF_8), JsonNode.class);
      if (tree == null || !tree.isObject()) {
        throw new Refused(400, "the body must be a JSON object");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new Refused(400, "the body is no JSON: " + e.getOriginalMessage());
    }
  }

  /** A text of the body; empty where there is none. */
  public String field(String name) {
    JsonNode value = body().path(name);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw new Refused(400, name + " must be a text");
    }
    return value.asText("");
  }

  private static String shown(String text) {
    return '"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"';
  }
}
