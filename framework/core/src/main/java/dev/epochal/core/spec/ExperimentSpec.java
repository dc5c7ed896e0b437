package dev.epochal.core.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.epochal.core.spec.bind.Doc;
import dev.epochal.core.spec.bind.Patch;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as its user wrote it, after {@code extends} and overrides: null where nothing was
 * written. The components are the keys; annotations say what they may hold; a {@code @NotNull} one
 * is there whenever reading found no problem with it.
 */
public record ExperimentSpec(
    @JsonProperty("extends")
        @Doc("Path of the spec that this one starts from.")
        @Size(min = 1, max = 1000)
        @Nullable String base,
    @Doc("Patches by name: keys, nested or dotted, that are laid over the spec when chosen.")
        @Size(max = MOST_VARIANTS)
        @Nullable Map<@Pattern(regexp = WORD, message = WORD_RULE) String, Patch> variants,
    @Doc("The variant that is chosen.") @Nullable String variant,
    @Doc("The experiment's name; runs of one experiment are compared with each other.")
        @NotNull
        @Pattern(regexp = NAME, message = NAME_RULE)
        String name,
    @Doc("What it is about, in a sentence.") @Size(max = 10_000) @Nullable String description,
    @Doc("One number that fixes every stream of randomness.") @Nullable Long seed,
    @Doc("Streams of randomness that are set apart from the seed.") SeedsSpec seeds,
    @Doc("Which images, how they are divided and what is done to their pixels.") DataSpec data,
    @Doc("The network, layer by layer.") NetworkSpec network,
    @Doc("The training loop.") TrainingSpec training,
    @Doc("What is done with the trained model.") EvaluateSpec evaluate,
    @Doc("Words to find the run by.")
        @Nullable
            Map<
                @Pattern(regexp = WORD, message = WORD_RULE) String,
                @Size(min = 1, max = 1000) String>
            tags,
    @Doc("Many runs of this spec: which keys vary, and what is asked.") @Nullable SweepSpec sweep) {

  /** Names that are safe as part of a file's name. */
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  private static final String NAME_RULE =
      "must be letters, digits, '.', '_' and '-' (a letter or digit first, 100 at most)";

  /** Each is planned whenever the spec is, so that none is wrong for long. */
  static final int MOST_VARIANTS = 30;

  /** Names that can be a segment of a dotted key. */
  static final String WORD = "[A-Za-z][A-Za-z0-9_-]{0,99}";

  static final String WORD_RULE =
      "must be letters, digits, '_' and '-' (a letter first, 100 at most)";
}
