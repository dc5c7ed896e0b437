/** Run folders: writing one while its run trains, reading it back, files that appear whole. */
@NullMarked
package dev.epochal.registry.folder;

import org.jspecify.annotations.NullMarked;
