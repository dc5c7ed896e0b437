/** Numbers computed from predictions. */
@NullMarked
package dev.epochal.core.stats;

import org.jspecify.annotations.NullMarked;
