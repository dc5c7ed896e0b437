/** YAML text as an immutable tree whose nodes know where they were written. */
@NullMarked
package dev.epochal.core.spec.yaml;

import org.jspecify.annotations.NullMarked;
