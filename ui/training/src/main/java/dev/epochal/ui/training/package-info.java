/**
 * DL4J's training UI over the sessions that runs recorded, in a JVM of its own: {@code ./run ui}
 * starts it on first use, and it ends with it. DL4J's server is kept inside {@link
 * dev.epochal.ui.training.Guard}, which lets through what its pages need and nothing else.
 */
@NullMarked
package dev.epochal.ui.training;

import org.jspecify.annotations.NullMarked;
