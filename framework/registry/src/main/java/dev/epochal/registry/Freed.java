package dev.epochal.registry;

import java.util.List;

/**
 * What removing the deleted runs for good freed, or would free.
 *
 * @param runs that are gone
 * @param datasets folders of images that no run refers to any more
 * @param bytes of files
 */
public record Freed(List<RunName> runs, int datasets, long bytes) {}
