/** Runs a recorded plan again and says whether the same comes of it, to the bit. */
@NullMarked
package dev.epochal.runner.verify;

import org.jspecify.annotations.NullMarked;
