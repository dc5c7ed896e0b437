/** The registry: every run queryable; its rows can be rebuilt from the run folders. */
@NullMarked
package dev.epochal.registry;

import org.jspecify.annotations.NullMarked;
