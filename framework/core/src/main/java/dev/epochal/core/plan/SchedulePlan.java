package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * How the learning rate falls from its first value: {@code n} counts epochs or updates, from 0, so
 * that the first runs at the rate that the spec gives.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SchedulePlan.Step.class, name = "step"),
  @JsonSubTypes.Type(value = SchedulePlan.Exponential.class, name = "exponential"),
  @JsonSubTypes.Type(value = SchedulePlan.Poly.class, name = "poly"),
})
public sealed interface SchedulePlan {
  Per per();

  /** What {@code n} counts. */
  enum Per {
    EPOCH,
    UPDATE
  }

  /** rate · factor^⌊n / every⌋. */
  record Step(double factor, int every, Per per) implements SchedulePlan {}

  /** rate · factorⁿ. */
  record Exponential(double factor, Per per) implements SchedulePlan {}

  /** rate · (1 − n / length)^power; 0 from {@code length} on. */
  record Poly(double power, int length, Per per) implements SchedulePlan {}
}
