/** Says in words what a figure shows, in the numbers of its own run; a class for each kind. */
@NullMarked
package dev.epochal.figures.caption;

import org.jspecify.annotations.NullMarked;
