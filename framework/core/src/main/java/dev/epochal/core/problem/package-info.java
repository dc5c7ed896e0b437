/** What is wrong with an input, said so that a person can mend it; every exception of ours. */
@NullMarked
package dev.epochal.core.problem;

import org.jspecify.annotations.NullMarked;
