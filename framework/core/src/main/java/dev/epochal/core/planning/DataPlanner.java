package dev.epochal.core.planning;

import dev.epochal.core.data.DatasetFacts;
import dev.epochal.core.data.Split;
import dev.epochal.core.plan.DataPlan;
import dev.epochal.core.plan.Decimals;
import dev.epochal.core.plan.Normalization;
import dev.epochal.core.plan.SplitPlan;
import dev.epochal.core.plan.SplitPlan.Fractions;
import dev.epochal.core.plan.SplitPlan.Sizes;
import dev.epochal.core.spec.DataSpec;
import dev.epochal.core.spec.DataSpec.SplitSpec;
import dev.epochal.core.spec.DataSpec.SubsetSpec;
import dev.epochal.core.spec.NormalizeSpec;
import dev.epochal.core.spec.SpecSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans the key {@code data}: sizes of splits, in images. */
final class DataPlanner {
  /** Decimal shares such as 0.7 + 0.2 + 0.1 add up to a little more than 1. */
  private static final double ROUNDING = 1e-9;

  private final SpecSource source;

  DataPlanner(SpecSource source) {
    this.source = source;
  }

  /** The plan; empty when the spec does not say enough, with the problems added. */
  Optional<DataPlan> plan(DataSpec spec, Optional<DatasetFacts> facts) {
    Optional<Normalization> normalize = normalization(spec.normalize());
    Optional<SplitPlan> split = split(spec, facts);
    if (facts.isEmpty() || split.isEmpty() || normalize.isEmpty() || !source.sound("data")) {
      return Optional.empty();
    }
    return Optional.of(
        new DataPlan(
            spec.dataset(),
            facts.get(),
            spec.path(),
            spec.fallback(),
            Defaults.or(spec.seed(), Defaults.DIGITS_SEED),
            split.get(),
            normalize.get()));
  }

  private Optional<SplitPlan> split(DataSpec spec, Optional<DatasetFacts> facts) {
    if (!source.sound("data.split")) {
      return Optional.empty();
    }
    Fractions fractions = fractions(spec.split());
    double sum = fractions.train() + fractions.validation() + fractions.test();
    if (sum > 1 + ROUNDING) {
      String rounded = Decimals.text(Math.rint(sum * 1e6) / 1e6);
      source.problem("data.split", "must add up to at most 1 but adds up to " + rounded, null);
    }
    if (!source.sound("data.split") || facts.isEmpty()) {
      return Optional.empty();
    }
    Sizes full = fractions.cut(facts.get().n());
    for (Split split : Split.values()) {
      if (full.of(split) == 0) {
        source.problem(
            "data.split." + split.key(),
            "leaves no image in the split: the dataset has " + facts.get().n(),
            null);
      }
    }
    if (!source.sound("data.split") || !source.sound("data.subset")) {
      return Optional.empty();
    }
    return used(spec.subset(), full)
        .filter(used -> fits(used, facts.get()))
        .map(
            used ->
                new SplitPlan(
                    fractions,
                    full,
                    used,
                    Defaults.or(spec.split().stratify(), Defaults.STRATIFY)));
  }

  /** A split's probabilities are one array. */
  private boolean fits(Sizes used, DatasetFacts facts) {
    for (Split split : Split.values()) {
      long most = Integer.MAX_VALUE / facts.classes();
      if (used.of(split) > most) {
        source.problem(
            "data.subset." + split.key(),
            "must be at most %d with %d classes but was %d"
                .formatted(most, facts.classes(), used.of(split)),
            "set it");
      }
    }
    return source.sound("data.subset");
  }

  private static Fractions fractions(SplitSpec spec) {
    return new Fractions(
        Defaults.or(spec.train(), Defaults.SPLIT.train()),
        Defaults.or(spec.validation(), Defaults.SPLIT.validation()),
        Defaults.or(spec.test(), Defaults.SPLIT.test()));
  }

  private Optional<Sizes> used(SubsetSpec spec, Sizes full) {
    Sizes used =
        new Sizes(
            Defaults.or(spec.train(), full.train()),
            Defaults.or(spec.validation(), full.validation()),
            Defaults.or(spec.test(), full.test()));
    for (Split split : Split.values()) {
      if (used.of(split) > full.of(split)) {
        source.problem(
            "data.subset." + split.key(),
            "must be at most "
                + full.of(split)
                + ", the images in the "
                + split.key()
                + " split, but was "
                + used.of(split),
            null);
      }
    }
    return source.sound("data.subset") ? Optional.of(used) : Optional.empty();
  }

  private Optional<Normalization> normalization(@Nullable NormalizeSpec spec) {
    if (!source.sound("data.normalize")) {
      return Optional.empty();
    }
    if (spec instanceof NormalizeSpec.Range range) {
      if (range.min() >= range.max()) {
        source.problem(
            "data.normalize",
            "must have a min below its max but has "
                + Decimals.text(range.min())
                + " and "
                + Decimals.text(range.max()),
            null);
        return Optional.empty();
      }
      return Optional.of(new Normalization.Range(range.min(), range.max()));
    }
    if (spec == null) {
      return Optional.of(Defaults.NORMALIZE);
    }
    return Optional.of(
        switch ((NormalizeSpec.Way) spec) {
          case UNIT -> new Normalization.Unit();
          case STANDARDIZE -> new Normalization.Standardize();
          case NONE -> new Normalization.None();
        });
  }
}
