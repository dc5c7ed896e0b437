package dev.epochal.core.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.util.List;

/**
 * A metric's history, in ascending steps; as JSON {@code [[step, value], …]}.
 *
 * @param steps epochs from 1; updates from 1 for {@code iteration.*}; seconds since the run began
 *     for {@code system.*}
 * @param values one for each step; may be NaN or infinite
 */
@JsonSerialize(using = Series.Pairs.class)
@SuppressWarnings("ArrayRecordComponent") // a million points: shared, never copied or compared
public record Series(long[] steps, double[] values) {
  public Series {
    if (steps.length != values.length) {
      throw new IllegalArgumentException(
          steps.length + " steps do not fit " + values.length + " values");
    }
  }

  /** Of pairs of step and value, as JSON has them. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Series of(List<double[]> pairs) {
    long[] steps = new long[pairs.size()];
    double[] values = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      double[] pair = pairs.get(i);
      if (pair.length != 2) {
        throw new IllegalArgumentException("a step and a value are two numbers");
      }
      steps[i] = (long) pair[0];
      values[i] = pair[1];
    }
    return new Series(steps, values);
  }

  /** No steps yet. */
  public static final Series EMPTY = new Series(new long[0], new double[0]);

  public int size() {
    return steps.length;
  }

  /** Pairs without an object for each. */
  static final class Pairs extends JsonSerializer<Series> {
    @Override
    public void serialize(Series series, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartArray();
      for (int i = 0; i < series.size(); i++) {
        json.writeStartArray();
        json.writeNumber(series.steps[i]);
        json.writeNumber(series.values[i]);
        json.writeEndArray();
      }
      json.writeEndArray();
    }
  }
}
