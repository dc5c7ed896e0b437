package dev.epochal.core.spec;

import dev.epochal.core.plan.ModelChoice;
import dev.epochal.core.spec.bind.Doc;
import org.jspecify.annotations.Nullable;

/** The key {@code evaluate}. */
public record EvaluateSpec(
    @Doc("Which model is evaluated.") @Nullable ModelChoice model,
    @Doc("Which figures are drawn.") @Nullable FiguresSpec figures) {}
