package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What is done to a pixel in [0, 255] before the network sees it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Normalization.Unit.class, name = "unit"),
  @JsonSubTypes.Type(value = Normalization.Standardize.class, name = "standardize"),
  @JsonSubTypes.Type(value = Normalization.Range.class, name = "range"),
  @JsonSubTypes.Type(value = Normalization.None.class, name = "none"),
})
public sealed interface Normalization {
  /** x / 255. */
  record Unit() implements Normalization {}

  /** (x − mean) / standard deviation, both over all pixels of the used training split alone. */
  record Standardize() implements Normalization {}

  /** (x − min) / (max − min). */
  record Range(double min, double max) implements Normalization {}

  /** x. */
  record None() implements Normalization {}
}
