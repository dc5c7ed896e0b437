package dev.epochal.core.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.epochal.core.data.Split;
import dev.epochal.core.plan.ImagePlace;
import dev.epochal.core.plan.ModelChoice;
import dev.epochal.core.spec.bind.Doc;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The key {@code evaluate}. */
public record EvaluateSpec(
    @Doc("Which model is evaluated.") @Nullable ModelChoice model,
    @Doc("Which figures are drawn.") @Nullable FiguresSpec figures,
    @Doc("Which images the figures `examples` and `pixel-histograms` show.") ExamplesSpec examples,
    @Doc("Which images the figures `outcomes` and `outcome-histograms` show.")
        OutcomesSpec outcomes,
    @Doc("What the figures `feature-maps` and `filters` show.") FeatureMapsSpec featureMaps) {

  /** The key {@code evaluate.examples}. */
  public record ExamplesSpec(
      @Doc("The split that they are from.") @Nullable Split split,
      @Doc("Position of the first one in its split, from 0.") @Min(0) @Nullable Integer start,
      @Doc("Rows of images.") @Min(1) @Max(20) @Nullable Integer rows,
      @Doc("Images in a row.") @Min(1) @Max(20) @Nullable Integer columns,
      @Doc("Bins of the histograms of their pixels.") @Min(2) @Max(256) @Nullable Integer bins) {}

  /** The key {@code evaluate.outcomes}. */
  public record OutcomesSpec(
      @JsonProperty("class")
          @Doc("The class that stands against the rest: its name, or its number from 0.")
          @Size(min = 1, max = 1000)
          @Nullable String ofClass,
      @Doc("The split that the images are from.") @Nullable Split split,
      @Doc("Images of each outcome.") @Min(1) @Max(50) @Nullable Integer n) {}

  /** The key {@code evaluate.featureMaps}. */
  public record FeatureMapsSpec(
      @Doc("The convolution's name.") @Size(min = 1, max = 100) @Nullable String layer,
      @Doc("The image: its split and its position there from 0.")
          @Pattern(regexp = ImagePlace.FORM, message = ImagePlace.RULE)
          @Nullable String image) {}
}
