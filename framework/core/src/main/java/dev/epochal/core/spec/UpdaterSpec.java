package dev.epochal.core.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.epochal.core.spec.bind.Doc;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/** The key {@code training.updater}: its {@code type} says which, by this table. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = UpdaterSpec.Sgd.class, name = "sgd"),
  @JsonSubTypes.Type(value = UpdaterSpec.Adam.class, name = "adam"),
})
public sealed interface UpdaterSpec {
  /** What {@code cases} makes of this type of updater. */
  <T> T match(Cases<T> cases);

  /** A function of an updater, type by type. */
  interface Cases<T> {
    T sgd(Sgd updater);

    T adam(Adam updater);
  }

  /** Stochastic gradient descent with plain momentum. */
  record Sgd(
      @Doc("Step size.") @DecimalMin(value = "0", inclusive = false) @Nullable Double learningRate,
      @Doc("Share of the last step that is kept.")
          @DecimalMin("0")
          @DecimalMax(value = "1", inclusive = false)
          @Nullable Double momentum)
      implements UpdaterSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.sgd(this);
    }
  }

  /** Kingma and Ba, 2015. */
  record Adam(
      @Doc("Step size.") @DecimalMin(value = "0", inclusive = false) @Nullable Double learningRate,
      @Doc("Decay of the mean of gradients.")
          @DecimalMin("0")
          @DecimalMax(value = "1", inclusive = false)
          @Nullable Double beta1,
      @Doc("Decay of the mean of their squares.")
          @DecimalMin("0")
          @DecimalMax(value = "1", inclusive = false)
          @Nullable Double beta2,
      @Doc("Keeps the divisor from zero.") @DecimalMin(value = "0", inclusive = false)
          @Nullable Double epsilon)
      implements UpdaterSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.adam(this);
    }
  }
}
