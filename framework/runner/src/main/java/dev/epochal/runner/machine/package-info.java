/** What machine this is, what JVM training needs on it, and what of both is recorded. */
@NullMarked
package dev.epochal.runner.machine;

import org.jspecify.annotations.NullMarked;
