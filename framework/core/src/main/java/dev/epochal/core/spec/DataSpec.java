package dev.epochal.core.spec;

import dev.epochal.core.plan.DatasetName;
import dev.epochal.core.spec.bind.Doc;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key {@code data}. */
public record DataSpec(
    @Doc("The dataset's name.") @NotNull DatasetName dataset,
    @Doc(
            "Folder of the dataset's files, relative to the file that says so: of mnist when they are"
                + " not in the usual place, of idx and npy always.")
        @Size(min = 1, max = 4096)
        @Nullable String path,
    @Doc(
            "Names of the classes of idx and npy, by index; by default those of classes.txt, or numbers.")
        @Size(min = 2, max = 1000)
        @Nullable List<String> classes,
    @Doc("Dataset to use, and to say so, when the first cannot be had.")
        @Nullable DatasetName fallback,
    @Doc("Fixes the drawn images of `digits`, apart from the run's seed.") @Nullable Long seed,
    @Doc("Shares of the dataset.") SplitSpec split,
    @Doc("How many images of each split are used.") SubsetSpec subset,
    @Doc("What is done to pixels.") @Nullable NormalizeSpec normalize) {

  /** The key {@code data.split}. */
  public record SplitSpec(
      @Doc("Share that the parameters see.") @DecimalMin("0") @DecimalMax("1")
          @Nullable Double train,
      @Doc("Share that choices see.") @DecimalMin("0") @DecimalMax("1") @Nullable Double validation,
      @Doc("Share that only the final evaluation sees.") @DecimalMin("0") @DecimalMax("1")
          @Nullable Double test,
      @Doc("Whether every class is divided by the same shares.") @Nullable Boolean stratify) {}

  /** The key {@code data.subset}: the first so many images of each split, all by default. */
  public record SubsetSpec(
      @Doc("Images for training.") @Min(1) @Nullable Integer train,
      @Doc("Images for validation.") @Min(1) @Nullable Integer validation,
      @Doc("Images for the final evaluation.") @Min(1) @Nullable Integer test) {}
}
