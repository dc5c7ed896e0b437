/** The commands: the outermost ring, and the only place that prints. */
@NullMarked
package dev.epochal.cli;

import org.jspecify.annotations.NullMarked;
