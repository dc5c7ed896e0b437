package dev.epochal.core.run;

/**
 * A file that a run kept.
 *
 * @param name path inside the run folder, with {@code /}
 * @param kind spec, plan, environment, journal, log, diff, model, checkpoint, figure, figure-data,
 *     predictions, report, training-ui or other
 * @param bytes its size
 * @param sha256 of its content
 */
public record ArtifactRecord(String name, String kind, long bytes, String sha256) {}
