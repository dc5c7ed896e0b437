package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How gradients change parameters. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = UpdaterPlan.Sgd.class, name = "sgd"),
  @JsonSubTypes.Type(value = UpdaterPlan.Adam.class, name = "adam"),
})
public sealed interface UpdaterPlan {
  double learningRate();

  /** Plain momentum, as PyTorch's SGD: v ← momentum·v + g; p ← p − learningRate·v. */
  record Sgd(double learningRate, double momentum) implements UpdaterPlan {}

  /** Kingma and Ba, 2015. */
  record Adam(double learningRate, double beta1, double beta2, double epsilon)
      implements UpdaterPlan {}
}
