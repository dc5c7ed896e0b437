package dev.epochal.ui.http;

import dev.epochal.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What goes back to the browser.
 *
 * @param type of the body, as in {@code Content-Type}
 * @param headers beside those that every answer has
 */
public record Answer(int status, String type, Body body, Map<String, String> headers) {
  private static final String JSON = "application/json; charset=utf-8";

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** What is sent. */
  public sealed interface Body {}

  /** From memory. */
  @SuppressWarnings("ArrayRecordComponent") // sent, never compared
  public record Bytes(byte[] bytes) implements Body {}

  /** From a file, piece by piece. */
  public record OnDisk(Path file) implements Body {}

  /** As it happens. */
  public record Events(EventStream stream) implements Body {}

  public static Answer html(String html) {
    return text(200, "text/html; charset=utf-8", html);
  }

  /** A value as JSON, non-finite numbers as the strings that all of our JSON has. */
  public static Answer json(Object value) {
    return json(200, value);
  }

  public static Answer json(int status, Object value) {
    return text(status, JSON, Json.line(value));
  }

  public static Answer text(int status, String type, String text) {
    return new Answer(status, type, new Bytes(text.getBytes(StandardCharsets.UTF_8)), Map.of());
  }

  /**
   * Another page of ours.
   *
   * @param path beginning with one slash
   */
  public static Answer elsewhere(String path) {
    return text(302, "text/plain; charset=utf-8", path).with("Location", path);
  }

  public static Answer file(String type, Path file) {
    return new Answer(200, type, new OnDisk(file), Map.of());
  }

  /** Server-sent events. */
  public static Answer events(EventStream stream) {
    return new Answer(200, "text/event-stream; charset=utf-8", new Events(stream), Map.of());
  }

  /** To be kept on disk under a name, and not shown. */
  public Answer download(String name) {
    return with(
        "Content-Disposition",
        "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + '"');
  }

  /** With one more header. */
  public Answer with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Answer(status, type, body, more);
  }
}
