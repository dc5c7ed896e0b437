package dev.epochal.core.spec;

import dev.epochal.core.spec.bind.Doc;
import dev.epochal.core.spec.bind.Written;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key {@code sweep.question}: what {@code ./run answer} answers. */
public record QuestionSpec(
    @Doc("The question, in a sentence.") @Size(max = 1000) @Nullable String text,
    @Doc("The key whose effect is asked about; by default the one that varies.")
        @Nullable String factor,
    @Doc("The metric that it is asked on; validation.accuracy by default.")
        @Nullable String response,
    @Doc("The level that the others are compared with; by default all are compared with all.")
        @Nullable Written reference,
    @Doc(
            "Differences smaller than this count as none; 0.005 by default, of metrics that are shares.")
        @DecimalMin(value = "0", inclusive = false)
        @Nullable Double margin,
    @Doc(
            "A key that every level may choose for itself, such as a learning rate: levels are compared"
                + " at the value that suits each best.")
        @Nullable String bestOf,
    @Doc("Further metrics that it is asked on, beside the response.") @Size(max = 10)
        @Nullable List<String> also,
    @Doc("What to expect, and why, as said before anything was run.") @Size(max = 4000)
        @Nullable String why) {}
