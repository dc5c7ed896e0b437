/** From a plan's data to batches: found or drawn, checked, split, normalised. */
@NullMarked
package dev.epochal.engine.dataset;

import org.jspecify.annotations.NullMarked;
