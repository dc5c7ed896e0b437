/** What differs between recorded runs, and whether it mattered. */
@NullMarked
package dev.epochal.runner.compare;

import org.jspecify.annotations.NullMarked;
