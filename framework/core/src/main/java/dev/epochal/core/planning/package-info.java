/**
 * Turns the spec into the plan: fills defaults, fixes seeds, infers sizes, checks what holds
 * between keys. The only package that sees the spec.
 */
@NullMarked
package dev.epochal.core.planning;

import org.jspecify.annotations.NullMarked;
