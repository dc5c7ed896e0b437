/** The only module that sees DL4J, ND4J and DataVec. */
@NullMarked
package dev.epochal.engine;

import org.jspecify.annotations.NullMarked;
