package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * How gradients change parameters. In the formulas g is the gradient of the mean loss of a batch, p
 * a parameter, and every operation is element by element.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = UpdaterPlan.Sgd.class, name = "sgd"),
  @JsonSubTypes.Type(value = UpdaterPlan.Adam.class, name = "adam"),
  @JsonSubTypes.Type(value = UpdaterPlan.RmsProp.class, name = "rmsprop"),
  @JsonSubTypes.Type(value = UpdaterPlan.AdaGrad.class, name = "adagrad"),
})
public sealed interface UpdaterPlan {
  /** The step size of the first update. */
  double learningRate();

  /** How it falls; null when it stays. */
  @Nullable SchedulePlan schedule();

  /** Values that it keeps of each trainable parameter. */
  int stateValues();

  /**
   * Stochastic gradient descent. Plain momentum is PyTorch's: v ← momentum·v + g; p ← p −
   * learningRate·v. Nesterov's (DL4J's {@code Nesterovs}): v' = momentum·v − learningRate·g; p ← p
   * − momentum·v + (1 + momentum)·v'; at a constant rate PyTorch's {@code nesterov=True} takes the
   * same steps.
   */
  record Sgd(
      double learningRate, double momentum, boolean nesterov, @Nullable SchedulePlan schedule)
      implements UpdaterPlan {
    /** Plain momentum at a constant rate. */
    public Sgd(double learningRate, double momentum) {
      this(learningRate, momentum, false, null);
    }

    @Override
    public int stateValues() {
      return momentum == 0 ? 0 : 1;
    }
  }

  /**
   * Kingma and Ba, 2015, in the form that ends their section 2: m and v the running means of g and
   * g², p ← p − learningRate·√(1 − beta2ᵗ)/(1 − beta1ᵗ)·m/(√v + epsilon).
   */
  record Adam(
      double learningRate,
      double beta1,
      double beta2,
      double epsilon,
      @Nullable SchedulePlan schedule)
      implements UpdaterPlan {
    /** At a constant rate. */
    public Adam(double learningRate, double beta1, double beta2, double epsilon) {
      this(learningRate, beta1, beta2, epsilon, null);
    }

    @Override
    public int stateValues() {
      return 2;
    }
  }

  /**
   * Hinton's lecture 6e, 2012: s ← decay·s + (1 − decay)·g², beginning at epsilon; p ← p −
   * learningRate·g/(√s + epsilon).
   */
  record RmsProp(double learningRate, double decay, double epsilon, @Nullable SchedulePlan schedule)
      implements UpdaterPlan {
    /** At a constant rate. */
    public RmsProp(double learningRate, double decay, double epsilon) {
      this(learningRate, decay, epsilon, null);
    }

    @Override
    public int stateValues() {
      return 1;
    }
  }

  /**
   * Duchi, Hazan and Singer, 2011: s ← s + g², beginning at epsilon; p ← p − learningRate·g/(√s +
   * epsilon).
   */
  record AdaGrad(double learningRate, double epsilon, @Nullable SchedulePlan schedule)
      implements UpdaterPlan {
    /** At a constant rate. */
    public AdaGrad(double learningRate, double epsilon) {
      this(learningRate, epsilon, null);
    }

    @Override
    public int stateValues() {
      return 1;
    }
  }
}
