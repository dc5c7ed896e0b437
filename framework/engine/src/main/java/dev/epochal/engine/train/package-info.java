/** The training loop. */
@NullMarked
package dev.epochal.engine.train;

import org.jspecify.annotations.NullMarked;
