/** One run from its plan to its record: calls the stages left to right. */
@NullMarked
package dev.epochal.runner;

import org.jspecify.annotations.NullMarked;
