/** Draws the embedded data set {@code digits}, used where no downloaded one can be had. */
@NullMarked
package dev.epochal.engine.dataset.digits;

import org.jspecify.annotations.NullMarked;
