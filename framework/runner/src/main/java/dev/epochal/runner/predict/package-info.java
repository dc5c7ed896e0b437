/**
 * Asks a recorded model about images: {@link dev.epochal.runner.predict.Predictor} is the way in.
 * Files are hostile until they are decoded; what they show is made to look like the training data.
 */
@NullMarked
package dev.epochal.runner.predict;

import org.jspecify.annotations.NullMarked;
