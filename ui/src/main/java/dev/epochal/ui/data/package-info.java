/** What pages show, made of what the registry and the run folders have. */
@NullMarked
package dev.epochal.ui.data;

import org.jspecify.annotations.NullMarked;
