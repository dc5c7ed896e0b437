/** The exercises: how each stands, and what was found. */
@NullMarked
package dev.epochal.runner.exercise;

import org.jspecify.annotations.NullMarked;
