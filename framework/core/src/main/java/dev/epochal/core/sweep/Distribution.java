package dev.epochal.core.sweep;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Where a sampler draws a key's values from: a map from the unit interval, so that every sampler
 * works on [0, 1) alone. Names and meanings are Weights &amp; Biases' (sweep configuration keys).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Distribution.Categorical.class, name = "categorical"),
  @JsonSubTypes.Type(value = Distribution.IntUniform.class, name = "intUniform"),
  @JsonSubTypes.Type(value = Distribution.Uniform.class, name = "uniform"),
  @JsonSubTypes.Type(value = Distribution.Normal.class, name = "normal"),
})
public sealed interface Distribution {
  /** Digits of a drawn number: far finer than training can tell apart. */
  MathContext WRITTEN = new MathContext(8);

  /**
   * The value at a point of the unit interval: the inverse of the cumulative distribution.
   *
   * @param u in [0, 1)
   * @return as it would be written in an override
   */
  String at(double u);

  /** One of some values, each with its probability. */
  record Categorical(List<String> values, List<Double> probabilities) implements Distribution {
    public Categorical {
      values = List.copyOf(values);
      probabilities = List.copyOf(probabilities);
    }

    /** All equally likely. */
    public static Categorical of(List<String> values) {
      return new Categorical(values, values.stream().map(value -> 1.0 / values.size()).toList());
    }

    /** Which value a point means. */
    int index(double u) {
      double sum = 0;
      for (int i = 0; i < values.size() - 1; i++) {
        sum += probabilities.get(i);
        if (u < sum) {
          return i;
        }
      }
      return values.size() - 1;
    }

    @Override
    public String at(double u) {
      return values.get(index(u));
    }
  }

  /** A whole number from {@code min} to {@code max}, both included. */
  record IntUniform(long min, long max) implements Distribution {
    @Override
    public String at(double u) {
      return Long.toString(min + (long) Math.floor(u * (max - min + 1.0)));
    }
  }

  /**
   * A number between two, on a scale.
   *
   * @param scale on which it is uniform
   * @param step the value is a multiple of it; 0 for any value
   */
  record Uniform(double min, double max, Scale scale, double step) implements Distribution {
    @Override
    public String at(double u) {
      return written(scale.from(scale.to(min) + u * (scale.to(max) - scale.to(min))), step);
    }
  }

  /**
   * A normally distributed number, or one whose logarithm is.
   *
   * @param scale linear, or log for a log-normal one
   * @param step the value is a multiple of it; 0 for any value
   */
  record Normal(double mu, double sigma, Scale scale, double step) implements Distribution {
    @Override
    public String at(double u) {
      double inside = Math.min(Math.max(u, 1e-12), 1 - 1e-12);
      double z = new NormalDistribution().inverseCumulativeProbability(inside);
      return written(scale.from(mu + sigma * z), step);
    }
  }

  /** Scales. */
  enum Scale {
    LINEAR {
      @Override
      double to(double value) {
        return value;
      }

      @Override
      public double from(double scaled) {
        return scaled;
      }
    },
    LOG {
      @Override
      double to(double value) {
        return Math.log(value);
      }

      @Override
      public double from(double scaled) {
        return Math.exp(scaled);
      }
    };

    abstract double to(double value);

    /** The value at a place on the scale. */
    public abstract double from(double scaled);
  }

  private static String written(double value, double step) {
    if (step > 0) {
      BigDecimal exact = BigDecimal.valueOf(step);
      return SeveralValues.written(exact.multiply(BigDecimal.valueOf(Math.rint(value / step))));
    }
    return SeveralValues.written(new BigDecimal(value).round(WRITTEN));
  }
}
