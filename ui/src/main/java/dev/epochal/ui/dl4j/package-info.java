/** The process of DL4J's training UI, seen from the one that serves the registry. */
@NullMarked
package dev.epochal.ui.dl4j;

import org.jspecify.annotations.NullMarked;
