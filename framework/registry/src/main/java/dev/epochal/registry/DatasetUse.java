package dev.epochal.registry;

import org.jspecify.annotations.Nullable;

/**
 * Which dataset a run asked for and which it got.
 *
 * @param reason why another one was used; null when it got what it asked for
 */
public record DatasetUse(String requested, String used, @Nullable String reason) {}
