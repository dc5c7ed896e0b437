/** Runs that another process executes: following one, and asking it to stop. */
@NullMarked
package dev.epochal.runner.live;

import org.jspecify.annotations.NullMarked;
