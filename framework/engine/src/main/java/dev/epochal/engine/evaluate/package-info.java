/** What a model predicts of a split. */
@NullMarked
package dev.epochal.engine.evaluate;

import org.jspecify.annotations.NullMarked;
