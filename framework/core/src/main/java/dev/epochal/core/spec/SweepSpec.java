package dev.epochal.core.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.epochal.core.spec.bind.Doc;
import dev.epochal.core.spec.bind.Written;
import dev.epochal.core.sweep.SweepMethod;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The key {@code sweep}: many runs of one spec, in Weights and Biases' words and a few more. */
public record SweepSpec(
    @Doc(
            "How the trials are chosen: every combination, at random, or by what the others yielded;"
                + " grid by default.")
        @Nullable SweepMethod method,
    @Doc("What bayes and early_terminate go by; validation.loss by default.")
        @Nullable SweepMetricSpec metric,
    @Doc("The keys that vary, dotted, each with its values or a distribution.")
        @Size(max = MOST_PARAMETERS)
        @Nullable Map<@Pattern(regexp = KEY, message = KEY_RULE) String, SweepParameterSpec>
            parameters,
    @Doc("Groups of keys that vary together, value by value, in a grid.")
        @Nullable List<@Size(min = 2) List<String>> zip,
    @Doc("Combinations that a grid leaves out: values by dotted key.")
        @Nullable List<Map<String, Written>> exclude,
    @Doc("Runs of each combination, with as many seeds: that of the spec and the next ones.")
        @Min(1)
        @Max(1000)
        @Nullable Integer repeats,
    @JsonProperty("run_cap")
        @Doc("At most so many trials; random and bayes need it.")
        @Min(1)
        @Max(100_000)
        @Nullable Integer runCap,
    @Doc("Fixes what random and bayes draw; 1 by default.") @Nullable Long seed,
    @JsonProperty("early_terminate") @Doc("Ends trials that fall behind the others.")
        @Nullable EarlyTerminateSpec earlyTerminate,
    @Doc("What the sweep is to answer.") @Nullable QuestionSpec question) {

  static final int MOST_PARAMETERS = 50;

  /** Dotted keys. */
  static final String KEY = "[A-Za-z0-9_][A-Za-z0-9_-]*(\\.[A-Za-z0-9_][A-Za-z0-9_-]*)*";

  static final String KEY_RULE = "must be a dotted key, such as training.batchSize";
}
