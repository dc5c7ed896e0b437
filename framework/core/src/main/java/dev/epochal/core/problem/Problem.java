package dev.epochal.core.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with an input: where it stands, which key, the rule that it breaks with the value
 * that it has, and what would mend it.
 *
 * @param place where it was written, e.g. {@code experiments/baseline.yaml:12:5} or {@code command
 *     line}; empty when the input has no place
 * @param key dotted path of the key, e.g. {@code training.batchSize}; empty for the whole document
 * @param rule the rule and the value, e.g. {@code must be at least 1 but was 0}
 * @param remedy what to write instead, e.g. {@code did you mean "batchSize"?}; null when the rule
 *     says it already
 */
public record Problem(String place, String key, String rule, @Nullable String remedy) {

  public static Problem of(String rule) {
    return new Problem("", "", rule, null);
  }

  public static Problem of(String rule, String remedy) {
    return new Problem("", "", rule, remedy);
  }

  /** One line: {@code place: key rule; remedy}. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    if (!place.isEmpty()) {
      line.append(place).append(": ");
    }
    if (!key.isEmpty()) {
      line.append(key).append(' ');
    }
    line.append(rule);
    if (remedy != null) {
      line.append("; ").append(remedy);
    }
    return line.toString();
  }
}
