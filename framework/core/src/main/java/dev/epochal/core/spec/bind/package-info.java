/** A YAML tree as records: which keys there are, and what they may hold, is said by the records. */
@NullMarked
package dev.epochal.core.spec.bind;

import org.jspecify.annotations.NullMarked;
