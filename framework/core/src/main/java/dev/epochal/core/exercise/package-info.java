/** What was found by the exercises, kept as values: no registry and no run folder is needed. */
@NullMarked
package dev.epochal.core.exercise;

import org.jspecify.annotations.NullMarked;
