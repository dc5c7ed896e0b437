/** Sweeps: many trials, each a run in a JVM of its own, started and watched from here. */
@NullMarked
package dev.epochal.runner.sweep;

import org.jspecify.annotations.NullMarked;
