/** A planned network as a DL4J one: built, initialised, saved and loaded. */
@NullMarked
package dev.epochal.engine.network;

import org.jspecify.annotations.NullMarked;
