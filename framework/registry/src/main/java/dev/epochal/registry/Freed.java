package dev.epochal.registry;

import java.util.List;

/**
 * What removing the deleted runs and sweeps for good freed, or would free.
 *
 * @param runs that are gone
 * @param sweeps likewise
 * @param datasets folders of images that no run refers to any more
 * @param bytes of files
 */
public record Freed(List<RunName> runs, List<RunName> sweeps, int datasets, long bytes) {}
