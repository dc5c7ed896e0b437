/** The data of every figure, from what a run recorded. */
@NullMarked
package dev.epochal.runner.figures;

import org.jspecify.annotations.NullMarked;
