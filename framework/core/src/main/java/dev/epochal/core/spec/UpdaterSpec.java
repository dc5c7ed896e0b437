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
  @JsonSubTypes.Type(value = UpdaterSpec.RmsProp.class, name = "rmsprop"),
  @JsonSubTypes.Type(value = UpdaterSpec.AdaGrad.class, name = "adagrad"),
})
public sealed interface UpdaterSpec {
  /** What {@code cases} makes of this type of updater. */
  <T> T match(Cases<T> cases);

  /** A function of an updater, type by type. */
  interface Cases<T> {
    T sgd(Sgd updater);

    T adam(Adam updater);

    T rmsProp(RmsProp updater);

    T adaGrad(AdaGrad updater);
  }

  /** Stochastic gradient descent with momentum. */
  record Sgd(
      @Doc("Step size.") @DecimalMin(value = "0", inclusive = false) @Nullable Double learningRate,
      @Doc("Share of the last step that is kept.")
          @DecimalMin("0")
          @DecimalMax(value = "1", inclusive = false)
          @Nullable Double momentum,
      @Doc("Whether momentum is Nesterov's.") @Nullable Boolean nesterov,
      @Doc("How the step size falls; it stays by default.") @Nullable ScheduleSpec schedule)
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
          @Nullable Double epsilon,
      @Doc("How the step size falls; it stays by default.") @Nullable ScheduleSpec schedule)
      implements UpdaterSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.adam(this);
    }
  }

  /** Hinton's lecture 6e, 2012. */
  record RmsProp(
      @Doc("Step size.") @DecimalMin(value = "0", inclusive = false) @Nullable Double learningRate,
      @Doc("Decay of the mean of gradients' squares.")
          @DecimalMin("0")
          @DecimalMax(value = "1", inclusive = false)
          @Nullable Double decay,
      @Doc("Keeps the divisor from zero.") @DecimalMin(value = "0", inclusive = false)
          @Nullable Double epsilon,
      @Doc("How the step size falls; it stays by default.") @Nullable ScheduleSpec schedule)
      implements UpdaterSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.rmsProp(this);
    }
  }

  /** Duchi, Hazan and Singer, 2011. */
  record AdaGrad(
      @Doc("Step size.") @DecimalMin(value = "0", inclusive = false) @Nullable Double learningRate,
      @Doc("Keeps the divisor from zero.") @DecimalMin(value = "0", inclusive = false)
          @Nullable Double epsilon,
      @Doc("How the step size falls; it stays by default.") @Nullable ScheduleSpec schedule)
      implements UpdaterSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.adaGrad(this);
    }
  }
}
