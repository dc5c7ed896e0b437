package dev.epochal.core.sweep;

import java.util.List;

/**
 * A key of the spec that a sweep varies, with its values.
 *
 * @param key dotted; {@code variant} for variants
 * @param values as they would be written in an override, each once
 */
public record Axis(String key, List<String> values) {
  public Axis {
    values = List.copyOf(values);
  }
}
