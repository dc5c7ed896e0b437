/** Answers to questions about many runs: what differs, by how much, and how sure that is. */
@NullMarked
package dev.epochal.core.answer;

import org.jspecify.annotations.NullMarked;
