package dev.epochal.core.planning;

import dev.epochal.core.spec.SpecSource;
import dev.epochal.core.spec.SweepParameterSpec;
import dev.epochal.core.spec.bind.Written;
import dev.epochal.core.sweep.Distribution;
import dev.epochal.core.sweep.Distribution.Categorical;
import dev.epochal.core.sweep.Distribution.IntUniform;
import dev.epochal.core.sweep.Distribution.Normal;
import dev.epochal.core.sweep.Distribution.Scale;
import dev.epochal.core.sweep.Distribution.Uniform;
import dev.epochal.core.sweep.DistributionName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a distribution of a key under {@code sweep.parameters}. Which keys tell which distribution
 * where none is named is as in Weights and Biases' sweep configuration.
 */
final class DistributionPlanner {
  private static final double SUM_TOLERANCE = 1e-6;

  private final SpecSource source;
  private final String path;
  private final SweepParameterSpec spec;

  DistributionPlanner(SpecSource source, String path, SweepParameterSpec spec) {
    this.source = source;
    this.path = path;
    this.spec = spec;
  }

  /** The distribution; empty with a problem added when the keys do not make one. */
  Optional<Distribution> plan() {
    DistributionName name = spec.distribution() == null ? inferred() : spec.distribution();
    if (name == null) {
      source.problem(path, "has neither value, values, min and max, nor mu and sigma", null);
      return Optional.empty();
    }
    double step = step(name);
    return switch (name) {
      case CONSTANT -> listed("value", spec.value() == null ? null : List.of(spec.value()));
      case CATEGORICAL -> listed("values", spec.values());
      case INT_UNIFORM -> whole();
      case UNIFORM, Q_UNIFORM -> between(Scale.LINEAR, 1, step);
      case LOG_UNIFORM_VALUES, Q_LOG_UNIFORM_VALUES, INV_LOG_UNIFORM_VALUES -> ratio(step);
      case LOG_UNIFORM, Q_LOG_UNIFORM -> between(Scale.LOG, 1, step);
      // The logarithm of 1/x is uniform exactly where that of x is, with the signs turned.
      case INV_LOG_UNIFORM -> between(Scale.LOG, -1, step);
      case NORMAL, Q_NORMAL -> normal(Scale.LINEAR, step);
      case LOG_NORMAL, Q_LOG_NORMAL -> normal(Scale.LOG, step);
    };
  }

  private @Nullable DistributionName inferred() {
    if (spec.values() != null) {
      return DistributionName.CATEGORICAL;
    }
    if (spec.value() != null) {
      return DistributionName.CONSTANT;
    }
    Double min = spec.min();
    Double max = spec.max();
    if (min != null && max != null) {
      boolean whole = min == Math.rint(min) && max == Math.rint(max) && spec.q() == null;
      return whole
          ? DistributionName.INT_UNIFORM
          : spec.q() == null ? DistributionName.UNIFORM : DistributionName.Q_UNIFORM;
    }
    return spec.mu() == null ? null : DistributionName.NORMAL;
  }

  private double step(DistributionName name) {
    Double q = spec.q();
    if (!name.isQuantized()) {
      if (q != null) {
        source.problem(path + ".q", "has no meaning for " + name.key(), "leave it out");
      }
      return 0;
    }
    return q == null ? 1 : q;
  }

  private Optional<Distribution> listed(String key, @Nullable List<Written> values) {
    if (values == null || values.isEmpty()) {
      // An empty list has its problem already.
      return values == null ? missing(key) : Optional.empty();
    }
    List<String> texts = values.stream().map(Written::text).toList();
    for (String text : texts) {
      if (texts.indexOf(text) != texts.lastIndexOf(text)) {
        source.problem(path + "." + key, "has the value " + text + " twice", "give each once");
        return Optional.empty();
      }
    }
    List<Double> probabilities = spec.probabilities();
    if (probabilities == null) {
      return Optional.of(Categorical.of(texts));
    }
    double sum = probabilities.stream().mapToDouble(Double::doubleValue).sum();
    if (probabilities.size() != texts.size() || Math.abs(sum - 1) > SUM_TOLERANCE) {
      source.problem(
          path + ".probabilities",
          "must be one for each value and add up to 1 but are %d and add up to %s"
              .formatted(probabilities.size(), Math.round(sum * 1e6) / 1e6),
          null);
      return Optional.empty();
    }
    return Optional.of(new Categorical(texts, probabilities));
  }

  private Optional<Distribution> whole() {
    Optional<double[]> bounds = bounds();
    if (bounds.isPresent() && !(isWhole(bounds.get()[0]) && isWhole(bounds.get()[1]))) {
      source.problem(path, "must have whole numbers as min and max for int_uniform", null);
      return Optional.empty();
    }
    return bounds.map(both -> new IntUniform((long) both[0], (long) both[1]));
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1L << 53;
  }

  /** Bounds on a linear scale, or of the logarithm. */
  private Optional<Distribution> between(Scale scale, int sign, double step) {
    return bounds()
        .map(
            both ->
                sign > 0
                    ? new Uniform(scale.from(both[0]), scale.from(both[1]), scale, step)
                    : new Uniform(scale.from(-both[1]), scale.from(-both[0]), scale, step));
  }

  private Optional<Distribution> ratio(double step) {
    Optional<double[]> bounds = bounds();
    if (bounds.isPresent() && bounds.get()[0] <= 0) {
      source.problem(path + ".min", "must be greater than 0 for a logarithmic scale", null);
      return Optional.empty();
    }
    return bounds.map(both -> new Uniform(both[0], both[1], Scale.LOG, step));
  }

  private Optional<double[]> bounds() {
    Double min = spec.min();
    Double max = spec.max();
    if (min == null || max == null) {
      missing(min == null ? "min" : "max");
      return Optional.empty();
    }
    if (min >= max) {
      source.problem(path, "must have a min below its max", null);
      return Optional.empty();
    }
    return Optional.of(new double[] {min, max});
  }

  private Optional<Distribution> normal(Scale scale, double step) {
    double mu = spec.mu() == null ? 0 : spec.mu();
    double sigma = spec.sigma() == null ? 1 : spec.sigma();
    return Optional.of(new Normal(mu, sigma, scale, step));
  }

  private Optional<Distribution> missing(String key) {
    source.problem(path, "has no " + key, "its distribution needs one");
    return Optional.empty();
  }
}
