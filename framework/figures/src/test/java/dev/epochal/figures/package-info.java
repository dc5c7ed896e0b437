/** Tests of the figures. */
@NullMarked
package dev.epochal.figures;

import org.jspecify.annotations.NullMarked;
