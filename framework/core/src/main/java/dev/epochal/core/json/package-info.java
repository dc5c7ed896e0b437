/** How every JSON document of ours is written and read. */
@NullMarked
package dev.epochal.core.json;

import org.jspecify.annotations.NullMarked;
