package dev.epochal.core.sweep;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep is to answer.
 *
 * @param text in a sentence; null when nobody wrote one
 * @param factor the key whose effect is asked about; null when several vary and none was named
 * @param response the metric that it is asked on
 * @param reference the level that the others are compared with; null for the first
 * @param margin differences of the response smaller than this count as none; NaN when nobody said
 *     what would
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Question(
    @Nullable String text,
    @Nullable String factor,
    String response,
    @Nullable String reference,
    double margin) {}
