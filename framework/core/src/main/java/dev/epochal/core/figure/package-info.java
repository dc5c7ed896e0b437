/** The data of each figure, kept as JSON beside its drawing. */
@NullMarked
package dev.epochal.core.figure;

import org.jspecify.annotations.NullMarked;
