/** Answers to questions about recorded runs. */
@NullMarked
package dev.epochal.runner.answer;

import org.jspecify.annotations.NullMarked;
