/**
 * The report of a run, or of several: reads run folders, and composes a page that stands for
 * itself. {@link dev.epochal.figures.report.Report} is the way in.
 */
@NullMarked
package dev.epochal.figures.report;

import org.jspecify.annotations.NullMarked;
