/** Images, labels and arrays on disk: IDX and .npy. */
@NullMarked
package dev.epochal.core.data;

import org.jspecify.annotations.NullMarked;
