package dev.epochal.core.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.epochal.core.plan.SchedulePlan.Per;
import dev.epochal.core.spec.bind.Doc;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The key {@code training.updater.schedule}: its {@code type} says which, by this table. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ScheduleSpec.Step.class, name = "step"),
  @JsonSubTypes.Type(value = ScheduleSpec.Exponential.class, name = "exponential"),
  @JsonSubTypes.Type(value = ScheduleSpec.Poly.class, name = "poly"),
})
public sealed interface ScheduleSpec {
  /** What {@code cases} makes of this type of schedule. */
  <T> T match(Cases<T> cases);

  /** A function of a schedule, type by type. */
  interface Cases<T> {
    T step(Step schedule);

    T exponential(Exponential schedule);

    T poly(Poly schedule);
  }

  /** The rate is multiplied every so often. */
  record Step(
      @Doc("What the rate is multiplied by.") @NotNull @DecimalMin(value = "0", inclusive = false)
          Double factor,
      @Doc("Epochs or updates from one step to the next.") @NotNull @Min(1) Integer every,
      @Doc("What is counted.") @Nullable Per per)
      implements ScheduleSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.step(this);
    }
  }

  /** The rate is multiplied each time. */
  record Exponential(
      @Doc("What the rate is multiplied by.") @NotNull @DecimalMin(value = "0", inclusive = false)
          Double factor,
      @Doc("What is counted.") @Nullable Per per)
      implements ScheduleSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.exponential(this);
    }
  }

  /** The rate falls to zero as a power of what is left. */
  record Poly(
      @Doc("Of what is left; 1 is a straight line.")
          @NotNull
          @DecimalMin(value = "0", inclusive = false)
          Double power,
      @Doc("Epochs or updates until it is zero; the whole training by default.") @Min(1)
          @Nullable Integer length,
      @Doc("What is counted.") @Nullable Per per)
      implements ScheduleSpec {
    @Override
    public <T> T match(Cases<T> cases) {
      return cases.poly(this);
    }
  }
}
