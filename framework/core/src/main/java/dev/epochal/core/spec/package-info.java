/** What the user wrote: YAML read with its positions and bound to {@code ExperimentSpec}. */
@NullMarked
package dev.epochal.core.spec;

import org.jspecify.annotations.NullMarked;
