package dev.epochal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.epochal.core.json.Json;
import dev.epochal.registry.filter.FilterParser;
import dev.epochal.registry.filter.Operand;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a run that a person asked to see.
 *
 * @param written as it was asked for: the header, and the key in JSON
 */
record ShownColumn(String written, Operand operand) {
  private static final Pattern METRIC = Pattern.compile("metrics\\.(.*)");

  /**
   * Columns as they are typed.
   *
   * @param option that names them
   * @throws dev.epochal.core.problem.InvalidInputException where one is no value of a run
   */
  static List<ShownColumn> parse(String option, List<String> written) {
    List<String> texts = written.stream().map(String::strip).distinct().toList();
    List<Operand> operands = FilterParser.operands(option, texts);
    return IntStream.range(0, texts.size())
        .mapToObj(i -> new ShownColumn(texts.get(i), operands.get(i)))
        .toList();
  }

  /** As people read it; empty for null. */
  String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (operand == Operand.Field.DURATION && value instanceof Double seconds) {
      return Durations.text(seconds);
    }
    if (value instanceof Instant time) {
      return time.toString().substring(0, 19).replace('T', ' ');
    }
    return value instanceof Number number && isMeasured()
        ? MetricText.value(metric(), number.doubleValue())
        : value.toString();
  }

  /** As programs read it; empty for null. */
  static String raw(@Nullable Object value) {
    if (value instanceof Double number) {
      return ComparisonCsv.text(number);
    }
    return value == null ? "" : value.toString();
  }

  JsonNode json(@Nullable Object value) {
    return operand instanceof Operand.Param && value != null
        ? RunJson.typed(value.toString())
        : value == null ? JsonNodeFactory.instance.nullNode() : Json.mapper().valueToTree(value);
  }

  /** Whether it is a number of what came of a run, so that a mean of several says something. */
  boolean isMeasured() {
    return operand instanceof Operand.Metric
        || operand instanceof Operand.Reached
        || operand == Operand.Field.DURATION;
  }

  /** The metric that says how its numbers are written. */
  String metric() {
    if (operand == Operand.Field.DURATION) {
      return "seconds";
    }
    Matcher metric = METRIC.matcher(written);
    return metric.matches() ? metric.group(1) : written;
  }
}
